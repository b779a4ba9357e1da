import type { JsonObject } from '../../schemas/json.ts';
import { isObject } from '../../schemas/json.ts';
import { ApiError, type ApiFailure } from '../failure.ts';
import { namedPointers } from '../job/named.ts';
import { readJson } from '../job/read-json.ts';
import { writeGitIgnore } from '../link/git-ignore.ts';
import { readLinks } from '../link/links.ts';
import { createJob, updateJob } from '../operations/write-job.ts';
import type { ConfirmedPlan } from '../plan/confirm.ts';
import type { Plan, Seen } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';
import { StateError } from '../state-error.ts';
import { afterwards } from './afterwards.ts';
import { causeOf, nothingSent, type Progress } from './ending.ts';
import { dropIntent, type Intent, leaveUnsettled, writeIntent } from './intent.ts';
import { isSameSight, lookAtJob, lookForName } from './look.ts';
import type { Outcome } from './outcome.ts';
import { recordEnd, recordHistory, recordWrite } from './record.ts';
import type { PushDependencies } from './request.ts';
import { settle } from './settle.ts';
import { findOut } from './verdict.ts';

/**
 * Sends what was confirmed, once: intent, second look, the write, its outcome, the record. Never rejects for what the
 * platform, the disk or the person did. Cancelling before the write is sent ends it with nothing sent; after, the
 * outcome is found out or `unknown`.
 */
export async function push(
  { plan }: ConfirmedPlan,
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<Outcome> {
  const progress: Progress = {
    path: plan.file.path,
    target: plan.target,
    ...(plan.id === undefined ? {} : { id: plan.id }),
    changes: plan.changes,
    notes: [...plan.notes],
  };
  const intent = intentOf(plan, dependencies);
  try {
    const obstacle = await makeReady(plan, intent, dependencies, signal);
    if (obstacle !== undefined) return { ...progress, ...obstacle };
  } catch (error) {
    return withIntentDropped(intent, dependencies, nothingSent(error, progress, signal));
  }
  dependencies.progress('sending');
  const answer = await sendConfirmed(plan, dependencies, signal);
  return conclude(answer, intent, progress, dependencies, signal);
}

/** What ends a push before it has sent anything. */
type Obstacle =
  | Pick<Extract<Outcome, { kind: 'conflict' }>, 'kind' | 'conflicts'>
  | Extract<Outcome, { kind: 'unknown' }>;

async function makeReady(
  plan: Plan,
  intent: Intent,
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<Obstacle | undefined> {
  const { session, state } = dependencies;
  signal.throwIfAborted();
  const target = await session.target(signal);
  if (target.origin === plan.target.origin && plan.target.customerId === undefined && target.customerId !== undefined)
    return changedSincePlan();
  if (target.origin !== plan.target.origin || target.customerId !== plan.target.customerId)
    throw new StateError({
      kind: 'other-customer',
      expected: plan.target.customerId ?? plan.target.origin,
      found: target.customerId ?? target.origin,
    });
  await writeGitIgnore(state);
  if (!(await writeIntent(state, intent))) {
    const settled = await settle({ file: plan.file, createNew: false }, plan.target, dependencies, signal);
    if (settled.kind === 'stopped' && settled.outcome.kind === 'unknown') return settled.outcome;
    return changedSincePlan();
  }
  dependencies.progress('looking');
  if (!(await isStillAsPlanned(plan, session, signal))) {
    await dropIntent(state, intent);
    return changedSincePlan();
  }
  signal.throwIfAborted();
  return undefined;
}

function changedSincePlan(): Obstacle {
  return { kind: 'conflict', conflicts: [{ kind: 'changed-since-plan' }] };
}

async function isStillAsPlanned(plan: Plan, session: Session, signal: AbortSignal): Promise<boolean> {
  return isSameSight(plan.seen, await lookAgain(plan, session, signal));
}

async function lookAgain(plan: Plan, session: Session, signal: AbortSignal): Promise<Seen> {
  if (plan.id !== undefined) return (await lookAtJob(session, plan.id, signal)).seen;
  return { kind: 'names', ids: await lookForName(session, plan.jobName, signal) };
}

/** How the write ended. */
type Answer =
  | { kind: 'accepted'; job: JsonObject & { id: JobId } }
  | { kind: 'refused'; failure: ApiFailure }
  /** Nothing was accepted, and nothing may have been. */
  | { kind: 'not-sent'; error: unknown }
  | { kind: 'changed-since-plan' }
  /** It may have been accepted. */
  | { kind: 'lost'; failure: ApiFailure };

async function sendConfirmed(plan: Plan, { session }: PushDependencies, signal: AbortSignal): Promise<Answer> {
  const first = await sendOnce(plan, session, signal);
  if (first.kind !== 'not-sent' || !isUnauthorised(first.error)) return first;
  // A 401 alone was certainly not accepted: signed in again, and after another look, it may be sent once more.
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
        ? await createJob(session, plan.body, signal)
        : await updateJob(session, plan.id, plan.body, signal);
    return { kind: 'accepted', job };
  } catch (error) {
    if (!(error instanceof ApiError) || error.signingIn) return { kind: 'not-sent', error };
    return classify(error);
  }
}

function classify(error: ApiError): Answer {
  const { failure } = error;
  switch (failure.kind) {
    case 'rejected':
    case 'forbidden':
    case 'not-found':
    case 'rate-limited':
    case 'redirected':
      return { kind: 'refused', failure };
    case 'unauthorised':
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

function isUnauthorised(error: unknown): boolean {
  return error instanceof ApiError && !error.signingIn && error.failure.kind === 'unauthorised';
}

async function conclude(
  answer: Answer,
  intent: Intent,
  progress: Progress,
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<Outcome> {
  switch (answer.kind) {
    case 'accepted':
      return record(answer.job, intent, progress, dependencies);
    case 'refused':
      return ended(intent, 'rejected', dependencies, { ...progress, kind: 'rejected', failure: answer.failure });
    case 'changed-since-plan':
      return withIntentDropped(intent, dependencies, {
        ...progress,
        kind: 'conflict',
        conflicts: [{ kind: 'changed-since-plan' }],
      });
    case 'not-sent':
      return withIntentDropped(intent, dependencies, nothingSent(answer.error, progress, signal));
    case 'lost':
      return lookAfterLoss(answer.failure, intent, progress, dependencies);
  }
}

/** Looks at once, also for somebody who has cancelled: they want to know too. What is not proven stays unknown. */
async function lookAfterLoss(
  failure: ApiFailure,
  intent: Intent,
  progress: Progress,
  dependencies: PushDependencies,
): Promise<Outcome> {
  const { session, state } = dependencies;
  dependencies.progress('settling');
  try {
    const verdict = await findOut(intent, session, await readLinks(state), new AbortController().signal);
    if (verdict.kind === 'went-through') {
      progress.notes.push({
        code: 'answer-lost',
        message: 'The answer was lost; looking again showed that the platform had taken it.',
      });
      return record(verdict.job, intent, progress, dependencies);
    }
  } catch (error) {
    if (!(error instanceof ApiError) && !(error instanceof StateError)) causeOf(error);
  }
  await tryTo(progress, async () => {
    await recordHistory(dependencies, intent, 'unknown');
    await leaveUnsettled(state, intent);
  });
  return { ...progress, kind: 'unknown', failure };
}

async function record(
  job: JsonObject & { id: JobId },
  intent: Intent,
  progress: Progress,
  dependencies: PushDependencies,
): Promise<Outcome> {
  dependencies.progress('recording');
  progress.notes.push(...(await afterwards(job, intent, dependencies)));
  const isRecorded = await tryTo(progress, () => recordWrite(dependencies, intent, job));
  if (!isRecorded) await tryTo(progress, () => leaveUnsettled(dependencies.state, intent));
  return { ...progress, kind: intent.action === 'create' ? 'created' : 'updated', id: job.id };
}

async function ended(
  intent: Intent,
  outcome: 'rejected',
  dependencies: PushDependencies,
  result: Outcome,
): Promise<Outcome> {
  await tryTo(result, () => recordEnd(dependencies, intent, outcome));
  return result;
}

async function withIntentDropped(intent: Intent, { state }: PushDependencies, outcome: Outcome): Promise<Outcome> {
  await tryTo(outcome, () => dropIntent(state, intent));
  return outcome;
}

/** What the disk refuses does not change how the push ended: it is told as a note. */
async function tryTo({ notes }: Pick<Outcome, 'notes'>, write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    const cause = causeOf(error);
    if (!notes.some(({ code }) => code === 'not-recorded'))
      notes.push({ code: 'not-recorded', message: `What happened could not be stored in .pmjob (${cause}).` });
    return false;
  }
}

function intentOf(plan: Plan, { clock, owner }: PushDependencies): Intent {
  const file = readJson(plan.file.text.replace(/^\uFEFF/, ''));
  return {
    version: 1,
    key: globalThis.crypto.randomUUID(),
    state: 'under-way',
    at: clock.now().toISOString(),
    owner,
    target: plan.target,
    file: plan.file.path,
    jobName: plan.jobName,
    action: plan.action,
    ...(plan.id === undefined ? {} : { id: plan.id }),
    body: plan.body,
    seen: plan.seen,
    changes: plan.changes,
    named: isObject(file) ? namedPointers(file) : [],
  };
}
