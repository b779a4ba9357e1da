// What `npm run bench` runs: our language server and VS Code's own JSON server on the same jobs, in one run.
import { run } from '../scripts/host/command.mjs';
import { endWith, HostFailure } from '../scripts/host/failure.mjs';
import { ensurePackages, root } from '../scripts/host/packages.mjs';
import { jobText } from './job-text.ts';
import { type BenchJob, jobs } from './jobs.ts';
import { thisMachine } from './machine.ts';
import { noSamples } from './measures.ts';
import { readOptions } from './options.ts';
import { reportText } from './report.ts';
import { type Figure, figuresOf } from './result.ts';
import { type Effort, runRound } from './round.ts';

await endWith(async () => {
  const options = readOptions(process.argv.slice(2));
  await ensurePackages(import.meta.dirname);
  await buildServer();
  const machine = thisMachine();
  const figures: Figure[] = [];
  for (const [place, job] of jobs.entries())
    figures.push(...(await measure(job, place, options.rounds, options.effort)));
  const report = options.json
    ? JSON.stringify({ machine, rounds: options.rounds, figures }, null, 2)
    : reportText(machine, options.rounds, figures);
  process.stdout.write(`${report}\n`);
  return figures.every(({ holds }) => holds !== false) ? 0 : 1;
});

async function buildServer(): Promise<void> {
  const { code, output } = await run(process.execPath, ['scripts/build.mjs'], { cwd: root });
  if (code !== 0) throw new HostFailure('build', `"npm run build" failed with exit code ${code}:\n${output}`);
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
