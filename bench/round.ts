import { type Contestant, json, ours } from './contestant.ts';
import { type JobSession, openSession, type Question } from './job-session.ts';
import type { JobText } from './job-text.ts';
import type { Samples } from './measures.ts';
import { usageOf } from './process-usage.ts';

/** How often each thing is done in one round. */
export interface Effort {
  starts: number;
  /** Keystrokes that are not counted, until the code is compiled. */
  warmUp: number;
  keystrokes: number;
  questions: number;
  pushedKeystrokes: number;
}

export interface Both<T> {
  ours: T;
  json: T;
}

/**
 * One round on one job: fresh processes, and the two servers take turns at everything, so that noise of the machine hits
 * both alike. The values are added to `samples`.
 */
export async function runRound(job: JobText, effort: Effort, samples: Both<Samples>): Promise<void> {
  for (let index = 1; index < effort.starts; index++) {
    await inTurn(index, async (side) => {
      const session = await openSession(SIDES[side], job, 'pulled');
      samples[side].start.push(session.start);
      await session.stop();
    });
  }
  await withSessions(job, 'pulled', async (sessions) => {
    noteOpened(sessions, samples);
    await type(sessions, effort, samples);
    await ask(sessions, effort, samples, 'completion');
    await ask(sessions, effort, samples, 'hover');
  });
  await withSessions(job, 'pushed', async (sessions) => {
    for (const side of EACH) samples[side].startPushed.push(sessions[side].start);
    for (let index = 0; index < effort.pushedKeystrokes; index++) {
      await inTurn(index, async (side) => {
        samples[side].keystrokePushed.push(await sessions[side].keystroke());
      });
    }
  });
}

type Side = keyof Both<unknown>;

const SIDES: Both<Contestant> = { ours, json };
const EACH: readonly Side[] = ['ours', 'json'];

/** Keystrokes of one server before it is the other's turn. */
const BLOCK = 5;

/** Who begins changes with the index. */
async function inTurn(index: number, work: (side: Side) => Promise<void>): Promise<void> {
  for (const side of index % 2 === 0 ? EACH : EACH.toReversed()) await work(side);
}

async function withSessions(
  job: JobText,
  way: 'pulled' | 'pushed',
  work: (sessions: Both<JobSession>) => Promise<void>,
): Promise<void> {
  const sessions = { ours: await openSession(ours, job, way), json: await openSession(json, job, way) };
  await work(sessions);
  for (const side of EACH) await sessions[side].stop();
}

function noteOpened(sessions: Both<JobSession>, samples: Both<Samples>): void {
  for (const side of EACH) {
    samples[side].start.push(sessions[side].start);
    samples[side].memoryOpened.push(memoryOf(sessions[side]));
  }
}

async function type(sessions: Both<JobSession>, effort: Effort, samples: Both<Samples>): Promise<void> {
  for (const side of EACH) {
    for (let index = 0; index < effort.warmUp; index++) await sessions[side].keystroke();
  }
  const before = { ours: processorTimeOf(sessions.ours), json: processorTimeOf(sessions.json) };
  const blocks = Math.ceil(effort.keystrokes / BLOCK);
  for (let block = 0; block < blocks; block++) {
    await inTurn(block, async (side) => {
      for (let index = 0; index < BLOCK; index++) samples[side].keystroke.push(await sessions[side].keystroke());
      await rest();
    });
  }
  for (const side of EACH) {
    const used = processorTimeOf(sessions[side]) - before[side];
    samples[side].processorTime.push(used / (blocks * BLOCK));
    samples[side].memoryEdited.push(memoryOf(sessions[side]));
  }
}

async function ask(sessions: Both<JobSession>, effort: Effort, samples: Both<Samples>, what: Question): Promise<void> {
  for (let index = 0; index < effort.questions; index++) {
    await inTurn(index, async (side) => {
      const { first, again } = await sessions[side].editAndAsk(what);
      samples[side][what].push(first);
      samples[side][`${what}Again`].push(again);
    });
  }
}

/** Lets the threads end that still work behind the answer. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}

function processorTimeOf({ pid }: JobSession): number {
  return usageOf(pid)?.processorTime ?? Number.NaN;
}

function memoryOf({ pid }: JobSession): number {
  return usageOf(pid)?.memory ?? Number.NaN;
}
