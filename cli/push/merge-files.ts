import type { StateStore } from '../../api/link/store.ts';
import { type Merged, mergeFile } from '../../api/merge/merge-file.ts';
import type { Conflict, Note } from '../../api/plan/plan.ts';
import { causeOf } from '../../api/push/ending.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { preparePush } from '../../api/push/prepare.ts';
import type { PushDependencies, PushRequest } from '../../api/push/request.ts';
import type { Environment } from '../environment.ts';
import { replaceFile } from '../files/replace.ts';
import { mergeNotes, mergeText } from '../report/merge-text.ts';
import type { FileResult } from '../report/outcome-report.ts';
import { UsageError } from '../usage-error.ts';
import type { NamedJobFile } from './job-file.ts';
import type { OpenPlatform } from './platform.ts';
import { type ReadyOptions, readyFile } from './prepare-file.ts';
import { stateInMemory } from './state-in-memory.ts';

type WholeMerge = Extract<Merged, { kind: 'merged' }>;

/** A file after what somebody else changed was merged into it, or as it was. */
export interface MergedFile {
  file: NamedJobFile;
  /** What became of an earlier push, and what was taken from the server. */
  notes: Note[];
  /** The end of its push, when something is left for choice in it. */
  left?: Outcome;
}

/**
 * With `--on-conflict merge`: brings what somebody else changed into each file that is in conflict, before anything is
 * planned. With `lookOnly` nothing is written, and the files stand as a merge would leave them.
 */
export async function mergeFiles(
  files: readonly NamedJobFile[],
  options: ReadyOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<MergedFile[]> {
  const merged: MergedFile[] = [];
  for (const file of files)
    merged.push(
      options.onConflict === 'merge'
        ? await mergeOne(file, options, platform, environment, signal)
        : { file, notes: [] },
    );
  return merged;
}

/** What came of a file, with what the merge before it did. */
export function afterMerge(result: FileResult, merged: MergedFile | undefined): FileResult {
  if (merged === undefined) return result;
  const { file, left, notes } = merged;
  return left === undefined
    ? { ...result, merged: notes }
    : { kind: 'ended', file, outcome: left, shown: [], merged: notes };
}

async function mergeOne(
  file: NamedJobFile,
  options: ReadyOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<MergedFile> {
  // Another job is in no conflict; and what an earlier push made is found out once, by the push that asks for one more.
  if (options.new === true) return { file, notes: [] };
  const ready = await readyFile(file, { ...options, lookOnly: true }, platform, environment);
  if (ready.unreadable !== undefined) return { file, notes: [] };
  const { isInConflict, settled, scripts } = await lookForConflict(ready, signal);
  if (!isInConflict) return { file, notes: settled };
  const lookOnly = options.lookOnly === true;
  const state = lookOnly ? stateInMemory(ready.dependencies.state) : ready.dependencies.state;
  const merged = await mergeFile(ready.request, { ...ready.dependencies, state }, signal);
  // What stopped it stops the push that follows, too, and is told there.
  if (merged.kind === 'stopped' || signal.aborted) return { file, notes: settled };
  environment.notes.print(mergeText(file.named, merged, { lookOnly, colours: environment.notes.colours }));
  const bytes = new TextEncoder().encode(merged.text);
  if (!lookOnly && merged.text !== ready.request.file.text) await write(file, bytes, environment);
  const notes = [...settled, ...mergeNotes(merged), ...(await record(merged, environment))];
  const after = { ...file, bytes, ...stateAfter(lookOnly, state) };
  return merged.conflicts.length === 0
    ? { file: after, notes }
    : { file: after, notes, left: leftForChoice(ready.request, merged, scripts, lookOnly) };
}

/** Only a look keeps what it would record: the plan that follows must see it. */
function stateAfter(lookOnly: boolean, state: StateStore): { state?: StateStore } {
  return lookOnly ? { state } : {};
}

/**
 * Would the push stop because of fields that somebody else changed, and of nothing that a merge is no way on from? Looking
 * settles earlier pushes: what is told of them is told of them once.
 */
async function lookForConflict(
  { request, dependencies }: { request: PushRequest; dependencies: PushDependencies },
  signal: AbortSignal,
): Promise<{ isInConflict: boolean; settled: Note[]; scripts: Conflict[] }> {
  const prepared = await preparePush(request, { ...dependencies, progress: () => undefined }, signal);
  const { notes } = prepared.kind === 'plan' ? prepared.plan : prepared.outcome;
  const settled = notes.filter(({ code }) => code.startsWith('earlier-push-'));
  if (prepared.kind !== 'stopped' || prepared.outcome.kind !== 'conflict')
    return { isInConflict: false, settled, scripts: [] };
  const { conflicts } = prepared.outcome;
  const kinds = conflicts.map(({ kind }) => kind);
  const isInConflict = kinds.includes('changed-on-server') && kinds.every((kind) => MERGED.has(kind));
  return { isInConflict, settled, scripts: conflicts.filter(({ kind }) => kind === 'script-unknown') };
}

const MERGED: ReadonlySet<Conflict['kind']> = new Set(['changed-on-server', 'script-unknown']);

async function write(file: NamedJobFile, written: Uint8Array, environment: Environment): Promise<void> {
  const problem = await replaceFile(file.named, { read: file.bytes, written }, environment);
  if (problem !== undefined) throw new UsageError(`${problem} Nothing was sent.`);
}

/** The file holds the merge, whether that could be written down or not. */
async function record(merged: WholeMerge, { notes }: Environment): Promise<Note[]> {
  try {
    await merged.record();
    return [];
  } catch (error) {
    const message = `What was merged could not be stored in .pmjob (${causeOf(error)}): a push may ask about the same changes again.`;
    notes.print(`  Note: ${message}`);
    return [{ code: 'not-recorded', message }];
  }
}

/** Scripts ask once the markers are gone: said now, it is one round less. A look leaves no marker to choose at. */
function leftForChoice(
  { file }: PushRequest,
  { target, id, conflicts }: WholeMerge,
  scripts: readonly Conflict[],
  lookOnly: boolean,
): Outcome {
  return {
    kind: 'conflict',
    path: file.path,
    target,
    id,
    changes: [],
    notes: [],
    conflicts: [...conflicts.map(({ conflict, line }) => (lookOnly ? conflict : { ...conflict, line })), ...scripts],
  };
}
