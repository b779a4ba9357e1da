import type { ConfirmedPlan } from '../plan/confirm.ts';
import type { Outcome } from './outcome.ts';
import type { PushDependencies } from './request.ts';

export async function push(
  confirmed: ConfirmedPlan,
  _dependencies: PushDependencies,
  _signal: AbortSignal,
): Promise<Outcome> {
  throw new Error(`no push of ${confirmed.plan.file.path} yet`);
}
