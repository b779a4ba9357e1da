import type { Json } from '../../schemas/json.ts';
import type { Change, Note, Plan } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import type { Outcome } from './outcome.ts';
import { describeOutcome } from './outcome-text.ts';

/** One file's object in `push --format json`; null stands for what is not there. */
export interface OutcomeReport {
  path: string;
  outcome: Outcome['kind'];
  id: JobId | null;
  changes: { pointer: string; before: Json; after: Json }[];
  notes: Note[];
  /** Sentences, when the push did not end well. */
  error?: string;
}

/** One file's object in `plan --format json`, when there is something to push. */
export interface PlanReport extends Omit<OutcomeReport, 'outcome' | 'error'> {
  outcome: 'planned';
  action: Plan['action'];
}

export function reportPlan({ file, action, id, changes, notes }: Plan): PlanReport {
  return { path: file.path, outcome: 'planned', action, id: id ?? null, changes: reportChanges(changes), notes };
}

export function reportOutcome(outcome: Outcome): OutcomeReport {
  const { path, kind, id, changes, notes } = outcome;
  const isFine = kind === 'created' || kind === 'updated' || kind === 'unchanged';
  return {
    path,
    outcome: kind,
    id: id ?? null,
    changes: reportChanges(changes),
    notes,
    ...(isFine ? {} : { error: describeOutcome(outcome) }),
  };
}

function reportChanges(changes: readonly Change[]): OutcomeReport['changes'] {
  return changes.map(({ pointer, before, after }) => ({ pointer, before: before ?? null, after: after ?? null }));
}
