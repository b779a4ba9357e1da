import type { JsonObject } from '../../schemas/json.ts';
import { createJob, updateJob } from '../operations/write-job.ts';
import type { Plan, Seen } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';
import { type Intent, markSent } from './intent.ts';
import { isSameSight, lookAtJob, lookForName } from './look.ts';
import type { PushDependencies } from './request.ts';
import { type Written, writeOnce } from './write-once.ts';

/** Sends the confirmed bytes, and gives the job as the platform answered it. */
export function sendConfirmed(
  plan: Plan,
  intent: Intent,
  { session, state, clock }: PushDependencies,
  signal: AbortSignal,
): Promise<Written<JsonObject & { id: JobId }>> {
  const send = () =>
    plan.id === undefined
      ? createJob(session, plan.body, plan.seen.kind === 'names' ? plan.seen.ids : [], signal)
      : updateJob(session, plan.id, plan.body, signal);
  const write = {
    markSent: () => markSent(state, intent, clock),
    send,
    isStillAsPlanned: () => isStillAsPlanned(plan, session, signal),
  };
  return writeOnce(write, session, signal);
}

/** Looks again: is the platform still as the plan saw it? Rejects with ApiError or StateError. */
export async function isStillAsPlanned(plan: Plan, session: Session, signal: AbortSignal): Promise<boolean> {
  return isSameSight(plan.seen, await lookAgain(plan, session, signal));
}

async function lookAgain(plan: Plan, session: Session, signal: AbortSignal): Promise<Seen> {
  if (plan.id !== undefined) return (await lookAtJob(session, plan.id, signal)).seen;
  return { kind: 'names', ids: await lookForName(session, plan.jobName, signal) };
}
