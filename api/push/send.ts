import type { JsonObject } from '../../schemas/json.ts';
import { ApiError, type ApiFailure } from '../failure.ts';
import { createJob, updateJob } from '../operations/write-job.ts';
import type { Plan, Seen } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';
import { isSameSight, lookAtJob, lookForName } from './look.ts';
import type { PushDependencies } from './request.ts';

/** How the write ended. */
export type Answer =
  | { kind: 'accepted'; job: JsonObject & { id: JobId } }
  | { kind: 'refused'; failure: ApiFailure }
  /** Nothing was accepted, and nothing may have been. */
  | { kind: 'not-sent'; error: unknown }
  | { kind: 'changed-since-plan' }
  /** It may have been accepted. */
  | { kind: 'lost'; failure: ApiFailure };

/** Sends the confirmed bytes once; a second time only after a 401, which was certainly not accepted. */
export async function sendConfirmed(plan: Plan, { session }: PushDependencies, signal: AbortSignal): Promise<Answer> {
  const first = await sendOnce(plan, session, signal);
  if (first.kind !== 'not-sent' || !isUnauthorised(first.error)) return first;
  try {
    if (!(await session.renew(signal))) return first;
    if (!(await isStillAsPlanned(plan, session, signal))) return { kind: 'changed-since-plan' };
  } catch (error) {
    return { kind: 'not-sent', error };
  }
  return sendOnce(plan, session, signal);
}

async function sendOnce(plan: Plan, session: Session, signal: AbortSignal): Promise<Answer> {
  try {
    const job =
      plan.id === undefined
        ? await createJob(session, plan.body, plan.seen.kind === 'names' ? plan.seen.ids : [], signal)
        : await updateJob(session, plan.id, plan.body, signal);
    return { kind: 'accepted', job };
  } catch (error) {
    if (!(error instanceof ApiError) || error.signingIn) return { kind: 'not-sent', error };
    return classify(error);
  }
}

/** What a failed write means. */
export function classify(error: ApiError): Exclude<Answer, { kind: 'accepted' | 'changed-since-plan' }> {
  const { failure } = error;
  switch (failure.kind) {
    case 'rejected':
    case 'forbidden':
    case 'not-found':
    case 'rate-limited':
    case 'redirected':
      return { kind: 'refused', failure };
    case 'unauthorised':
    case 'token-expired':
    case 'unknown-host':
    case 'unreachable':
    case 'certificate':
    case 'proxy':
    case 'timed-out':
    case 'cancelled':
      return { kind: 'not-sent', error };
    case 'server-error':
    case 'not-understood':
    case 'too-large-answer':
    case 'sent-without-answer':
      return { kind: 'lost', failure };
  }
}

/** A 401 was certainly not accepted. */
export function isUnauthorised(error: unknown): boolean {
  return error instanceof ApiError && !error.signingIn && error.failure.kind === 'unauthorised';
}

/** Looks again: is the platform still as the plan saw it? Rejects with ApiError or StateError. */
export async function isStillAsPlanned(plan: Plan, session: Session, signal: AbortSignal): Promise<boolean> {
  return isSameSight(plan.seen, await lookAgain(plan, session, signal));
}

async function lookAgain(plan: Plan, session: Session, signal: AbortSignal): Promise<Seen> {
  if (plan.id !== undefined) return (await lookAtJob(session, plan.id, signal)).seen;
  return { kind: 'names', ids: await lookForName(session, plan.jobName, signal) };
}
