import { ApiError } from '../failure.ts';
import { type Confirmation, type ConfirmedPlan, confirmPlan } from '../plan/confirm.ts';
import type { Plan } from '../plan/plan.ts';
import { isSameSight } from '../push/look.ts';
import { preparePush } from '../push/prepare.ts';
import { StateError } from '../state-error.ts';
import type { SeveralFile } from './several.ts';

/**
 * The first job of an empty subscription tells which one it is. What was planned before that is planned again, and is
 * taken as confirmed when nothing but that has changed; else the plan stays, and its push says that it is out of date.
 */
export async function withLearnedSubscription(
  { request, dependencies }: SeveralFile,
  confirmed: ConfirmedPlan,
  by: Confirmation,
  signal: AbortSignal,
): Promise<ConfirmedPlan> {
  if (isSubscriptionKnown(confirmed.plan)) return confirmed;
  try {
    if ((await dependencies.session.target(signal)).customerId === undefined) return confirmed;
  } catch (error) {
    // The push finds it out as well, and tells it.
    if (error instanceof ApiError || error instanceof StateError) return confirmed;
    throw error;
  }
  const again = await preparePush(request, dependencies, signal);
  if (again.kind !== 'plan' || !isSamePlan(again.plan, confirmed.plan)) return confirmed;
  const anew = confirmPlan(again.plan, by);
  return anew.kind === 'confirmed' ? anew : confirmed;
}

export function isSubscriptionKnown({ target }: Plan): boolean {
  return target.customerId !== undefined;
}

function isSamePlan(one: Plan, other: Plan): boolean {
  return (
    one.action === other.action &&
    one.body === other.body &&
    one.target.origin === other.target.origin &&
    isSameSight(one.seen, other.seen)
  );
}
