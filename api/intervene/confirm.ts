import type { Confirmation, Refusal } from '../plan/confirm.ts';
import { oneLine } from '../plan/one-line.ts';
import type { InterventionPlan } from './intervention.ts';

declare const byAPerson: unique symbol;

/** A plan that somebody saw and agreed to; only `confirmIntervention` makes one. */
export interface ConfirmedIntervention {
  readonly kind: 'confirmed';
  readonly plan: InterventionPlan;
  readonly [byAPerson]: true;
}

/** What has to be typed before a job is deleted: its name, or its id when it has none. */
export function nameToType({ jobName, id }: Pick<InterventionPlan, 'jobName' | 'id'>): string {
  return oneLine(jobName.trim()) || id;
}

/** Turns a plan that was shown into one that may be sent. A delete wants the job's name typed, `typedJobName`. */
export function confirmIntervention(
  plan: InterventionPlan,
  by: Confirmation & { typedJobName?: string },
): ConfirmedIntervention | Refusal | { kind: 'job-name-not-typed'; name: string } {
  if (plan.target.protected && by.typedName !== plan.target.connection)
    return { kind: 'name-not-typed', connection: plan.target.connection };
  const name = nameToType(plan);
  if (plan.kind === 'delete' && by.typedJobName?.trim() !== name) return { kind: 'job-name-not-typed', name };
  return Object.freeze({ kind: 'confirmed', plan: Object.freeze({ ...plan }) }) as ConfirmedIntervention;
}
