import type { Clock } from '../clock.ts';
import { writeJson } from '../job/exact-number.ts';
import type { Change } from '../plan/plan.ts';
import type { JobId, Target } from '../platform.ts';
import type { StateStore } from './store.ts';

/** How a push ended whose intent was written. */
export type PushEnd = 'created' | 'updated' | 'rejected' | 'unknown' | 'not-accepted' | 'left-to-plan';

/** One push, or one change of a job as a whole, that was sent or settled. Scripts are in `changes` by their fingerprints alone. */
export interface HistoryEntry {
  who: string;
  /** Empty for a job that is no file here. */
  file: string;
  target: Target;
  action: 'create' | 'update' | 'enable' | 'disable' | 'delete';
  /** How it ended; `not-accepted` is said when an earlier push is settled. */
  outcome: PushEnd | 'enabled' | 'disabled' | 'deleted';
  id?: JobId;
  changes: readonly Change[];
}

/** Adds a line to this month's history. */
export async function writeHistory(state: StateStore, clock: Clock, entry: HistoryEntry): Promise<void> {
  const when = clock.now().toISOString();
  const line = {
    when,
    who: entry.who,
    file: entry.file,
    connection: entry.target.connection,
    origin: entry.target.origin,
    customerId: entry.target.customerId ?? null,
    action: entry.action,
    outcome: entry.outcome,
    id: entry.id ?? null,
    changes: entry.changes.map(({ pointer, before, after }) => ({ pointer, before, after })),
  };
  await state.append(`history/${when.slice(0, 7)}.jsonl`, `${writeJson(line)}\n`);
}
