import type { Plan } from '../plan/plan.ts';
import type { Outcome } from './outcome.ts';
import type { PushDependencies, PushRequest } from './request.ts';

/** A plan to be confirmed, or the outcome of a push that ended before there was one (`unchanged` among them). */
export type Prepared = { kind: 'plan'; plan: Plan } | { kind: 'stopped'; outcome: Outcome };

export async function preparePush(
  request: PushRequest,
  _dependencies: PushDependencies,
  _signal: AbortSignal,
): Promise<Prepared> {
  throw new Error(`no plan for ${request.file.path} yet`);
}
