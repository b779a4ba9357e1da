import type { Plan } from './plan.ts';

/** How somebody said yes: in a dialog, or with a flag. `typedName` is the connection's name as they typed it. */
export interface Confirmation {
  kind: 'dialog' | 'flag';
  typedName?: string;
}

declare const byAPerson: unique symbol;

/** A plan that somebody saw and agreed to. Only `confirmPlan` makes one, and only one can be pushed. */
export interface ConfirmedPlan {
  readonly kind: 'confirmed';
  readonly plan: Plan;
  readonly [byAPerson]: true;
}

/** A protected connection wants its name typed, exactly. */
export interface Refusal {
  kind: 'name-not-typed';
  connection: string;
}

/** Turns a plan that was shown into one that may be sent. */
export function confirmPlan(plan: Plan, by: Confirmation): ConfirmedPlan | Refusal {
  if (plan.target.protected && by.typedName !== plan.target.connection)
    return { kind: 'name-not-typed', connection: plan.target.connection };
  return Object.freeze({ kind: 'confirmed', plan: Object.freeze({ ...plan }) }) as ConfirmedPlan;
}
