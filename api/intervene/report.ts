import type { Note } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import { DONE, type InterventionOutcome } from './intervention.ts';
import { describeIntervention } from './text.ts';

/** The object of `enable`, `disable` and `delete` with `--format json`; null stands for what is not there. */
export interface InterventionReport {
  path: string | null;
  outcome: (typeof DONE)[keyof typeof DONE] | Exclude<InterventionOutcome['kind'], 'done'>;
  id: JobId | null;
  name: string | null;
  notes: Note[];
  error?: string;
}

export function reportIntervention(outcome: InterventionOutcome): InterventionReport {
  const { intervention, kind, path, id, jobName, notes } = outcome;
  return {
    path: path ?? null,
    outcome: kind === 'done' ? DONE[intervention] : kind,
    id: id ?? null,
    name: jobName ?? null,
    notes,
    ...(kind === 'done' || kind === 'unchanged' ? {} : { error: describeIntervention(outcome) }),
  };
}
