import type { ApiFailure } from '../failure.ts';
import type { Note } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import { causeOf } from '../push/ending.ts';
import type { StateFailure } from '../push/outcome.ts';
import type { PullAllDependencies, PullAllPlan, PullEntry } from './plan-pull-all.ts';

/** What became of one file. `kept`: it was left as it is, with why. */
export type PullResult = { id: JobId; name: string; path: string } & (
  | { kind: 'created' | 'replaced' | 'unchanged'; notes: Note[] }
  | { kind: 'kept'; why: 'edited' | 'edited-outside' | 'unsaved' | 'changed-meanwhile' }
  | { kind: 'failed'; failure: ApiFailure | StateFailure }
  | { kind: 'cancelled' }
);

/**
 * Writes what somebody agreed to: new files, and those that only the platform has changed. Edited ones are replaced only
 * when that was wanted and they are in the folder, unsaved ones and those that changed since the plan never. Each file is recorded once it is
 * written. Cancelling leaves the rest as it is.
 */
export async function writeAll(
  { entries }: PullAllPlan,
  wanted: { replaceEdited: boolean },
  dependencies: PullAllDependencies,
  signal: AbortSignal,
): Promise<PullResult[]> {
  const results: PullResult[] = [];
  for (const entry of entries) {
    const { id, name, path } = entry;
    const result = signal.aborted ? ({ kind: 'cancelled' } as const) : await writeOne(entry, wanted, dependencies);
    results.push({ id, name, path, ...result });
  }
  return results;
}

type Ending = PullResult extends infer One
  ? One extends PullResult
    ? Omit<One, 'id' | 'name' | 'path'>
    : never
  : never;

async function writeOne(
  entry: PullEntry,
  { replaceEdited }: { replaceEdited: boolean },
  { folder }: PullAllDependencies,
): Promise<Ending> {
  if (entry.kind === 'failed') return { kind: 'failed', failure: entry.failure };
  const { path, before, text, notes } = entry;
  try {
    if ((await folder.read(path)) !== before) return { kind: 'kept', why: 'changed-meanwhile' };
    switch (entry.kind) {
      case 'unchanged':
        await entry.record();
        return { kind: 'unchanged', notes };
      case 'unsaved':
        return { kind: 'kept', why: 'unsaved' };
      case 'edited':
        if (entry.isOutside) return { kind: 'kept', why: 'edited-outside' };
        if (!replaceEdited) return { kind: 'kept', why: 'edited' };
        break;
      case 'new':
      case 'changed':
        break;
    }
    if (folder.isUnsaved(path)) return { kind: 'kept', why: 'unsaved' };
    await folder.write(path, text);
    await entry.record();
    return { kind: before === undefined ? 'created' : 'replaced', notes };
  } catch (error) {
    return { kind: 'failed', failure: { kind: 'state-not-written', path, cause: causeOf(error) } };
  }
}
