import type { Change, Note } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import type { Outcome } from './outcome.ts';

/** One file's object in `push --format json`. */
export interface OutcomeReport {
  path: string;
  outcome: Outcome['kind'];
  id: JobId | null;
  changes: { pointer: string; before: Change['before'] | null; after: Change['after'] | null }[];
  notes: Note[];
  error?: string;
}

export function reportOutcome(outcome: Outcome): OutcomeReport {
  return { path: outcome.path, outcome: outcome.kind, id: outcome.id ?? null, changes: [], notes: outcome.notes };
}
