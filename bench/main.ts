// Measures our language server and VS Code's own JSON server on the same jobs, in one run; started by scripts/bench.mjs.
import { jobText } from './job-text.ts';
import { type BenchJob, jobs } from './jobs.ts';
import { thisMachine } from './machine.ts';
import { noSamples } from './measures.ts';
import { type Options, readOptions } from './options.ts';
import { reportText } from './report.ts';
import { type Figure, figuresOf } from './result.ts';
import { type Effort, runRound } from './round.ts';

try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}

/** 0 when every target holds, 1 when one is missed. */
async function main({ rounds, effort, json }: Options): Promise<number> {
  const machine = thisMachine();
  const figures: Figure[] = [];
  for (const [place, job] of jobs.entries()) figures.push(...(await measure(job, place, rounds, effort)));
  const report = json ? JSON.stringify({ machine, rounds, figures }, null, 2) : reportText(machine, rounds, figures);
  process.stdout.write(`${report}\n`);
  return figures.every(({ holds }) => holds !== false) ? 0 : 1;
}

async function measure(job: BenchJob, place: number, rounds: number, share: number): Promise<Figure[]> {
  const samples = { ours: noSamples(), json: noSamples() };
  const text = jobText(job.assets);
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`a job of ${job.name}, round ${round} of ${rounds}\n`);
    await runRound(text, shareOf(job.effort, share), samples);
  }
  return figuresOf(job, place, samples);
}

function shareOf(effort: Effort, share: number): Effort {
  const part = (count: number): number => Math.ceil(count * share);
  return {
    starts: part(effort.starts),
    warmUp: part(effort.warmUp),
    keystrokes: part(effort.keystrokes),
    questions: part(effort.questions),
    pushedKeystrokes: part(effort.pushedKeystrokes),
  };
}
