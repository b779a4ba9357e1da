import type { Json } from '../../schemas/json.ts';
import type { Change, Conflict, Note, Plan } from '../plan/plan.ts';
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
  /** What a person has to choose about, when that stopped it: a `kind` each, and what belongs to it. */
  conflicts?: Json[];
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
    ...(outcome.kind === 'conflict' ? { conflicts: outcome.conflicts.map(reportConflict) } : {}),
    ...(isFine ? {} : { error: describeOutcome(outcome) }),
  };
}

/** A conflict as JSON; null stands for what is not there. */
function reportConflict(conflict: Conflict): Json {
  switch (conflict.kind) {
    case 'changed-on-server': {
      const { base, server, file, ...rest } = conflict;
      return { ...rest, base: base ?? null, server: server ?? null, file: file ?? null };
    }
    case 'same-name':
    case 'linked-file-gone':
      return { ...conflict, jobs: conflict.jobs.map((job) => ({ ...job })) };
    default:
      return { ...conflict };
  }
}

function reportChanges(changes: readonly Change[]): OutcomeReport['changes'] {
  return changes.map(({ pointer, before, after }) => ({ pointer, before: before ?? null, after: after ?? null }));
}
