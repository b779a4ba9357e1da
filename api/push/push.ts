import type { JsonObject } from '../../schemas/json.ts';
import { ApiError, type ApiFailure } from '../failure.ts';
import { interventionUnderWay } from '../intervene/intent.ts';
import { jobOfText } from '../job/job-of-text.ts';
import { namedPointers } from '../job/named.ts';
import { updatedAt } from '../job/sent-scripts.ts';
import { writeGitIgnore } from '../link/git-ignore.ts';
import { readLinks } from '../link/links.ts';
import { isSameName } from '../operations/list-jobs.ts';
import type { ConfirmedPlan } from '../plan/confirm.ts';
import { oneLine } from '../plan/one-line.ts';
import type { Plan } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import { StateError } from '../state-error.ts';
import { redact } from '../transport/redact.ts';
import { afterwards } from './afterwards.ts';
import { causeOf, nothingSent, type Progress, progressOf, tryToKeep } from './ending.ts';
import { dropIntent, type Intent, leaveUnsettled, writeIntent } from './intent.ts';
import type { Outcome } from './outcome.ts';
import { recordEnd, recordHistory, recordWrite } from './record.ts';
import type { PushDependencies } from './request.ts';
import { checkSameTarget } from './same-target.ts';
import { isStillAsPlanned, sendConfirmed } from './send.ts';
import { pushOfSameJob, settle } from './settle.ts';
import { findOut } from './verdict.ts';
import type { Written } from './write-once.ts';

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
  const progress = progressOf(plan);
  const intent = intentOf(plan, dependencies);
  try {
    const obstacle = await makeReady(plan, intent, dependencies, signal);
    if (obstacle !== undefined) return { ...progress, ...obstacle };
  } catch (error) {
    await tryToKeep('push', progress, () => dropIntent(dependencies.state, intent));
    return nothingSent(error, progress, signal);
  }
  try {
    dependencies.progress('sending');
    const written = await sendConfirmed(plan, intent, dependencies, signal);
    return await conclude(written, intent, progress, dependencies, signal);
  } catch (error) {
    return unexpected(error, intent, progress, dependencies);
  }
}

/** A mistake of ours after the write may have been sent: what became of it is as little known as after a lost answer. */
async function unexpected(
  error: unknown,
  intent: Intent,
  progress: Progress,
  { state }: PushDependencies,
): Promise<Outcome> {
  await leaveUnsettled(state, intent);
  const cause = redact(error instanceof Error ? error.message : String(error));
  return { ...progress, kind: 'unknown', failure: { kind: 'sent-without-answer', host: intent.target.host, cause } };
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
  checkSameTarget(plan.target, target);
  await writeGitIgnore(state);
  if (!(await writeIntent(state, intent))) {
    const settled = await settle({ file: plan.file, createNew: false }, plan.target, dependencies, signal);
    if (settled.kind === 'stopped' && settled.outcome.kind === 'unknown') return settled.outcome;
    return changedSincePlan();
  }
  const other = await pushOfSameJob(intent, dependencies);
  if (other !== undefined) throw new StateError(other);
  // A push sends the status that it saw, and would undo what somebody is doing to the job as a whole.
  const intervention =
    plan.id === undefined ? undefined : await interventionUnderWay(plan.target, plan.id, dependencies);
  if (intervention !== undefined) throw new StateError(intervention);
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

async function conclude(
  written: Written<JsonObject & { id: JobId }>,
  intent: Intent,
  progress: Progress,
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<Outcome> {
  switch (written.kind) {
    case 'accepted':
      if (isAnother(written.answer, intent)) {
        intent.answered = written.answer.id;
        const cause = `its answer is about another job, ${oneLine(written.answer.id)}`;
        const failure = { kind: 'sent-without-answer', host: intent.target.host, cause } as const;
        return lookAfterLoss(failure, intent, progress, dependencies);
      }
      return record(written.answer, updatedAt(written.answer), intent, progress, dependencies);
    case 'refused':
      return ended(intent, 'rejected', dependencies, { ...progress, kind: 'rejected', failure: written.failure });
    case 'changed-since-plan':
      return withIntentDropped(intent, dependencies, {
        ...progress,
        kind: 'conflict',
        conflicts: [{ kind: 'changed-since-plan' }],
      });
    case 'not-sent':
      return withIntentDropped(intent, dependencies, nothingSent(written.error, progress, signal));
    case 'lost':
      return lookAfterLoss(written.failure, intent, progress, dependencies);
  }
}

/** A create's answer about a job of another name is not about the job that was sent. An update's is: its id was asked for. */
function isAnother(job: JsonObject, { action, jobName }: Intent): boolean {
  return action === 'create' && !(typeof job.name === 'string' && isSameName(job.name, jobName));
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
      return record(verdict.job, verdict.scriptsAt, intent, progress, dependencies);
    }
  } catch (error) {
    if (!(error instanceof ApiError) && !(error instanceof StateError)) causeOf(error);
  }
  await tryToKeep('push', progress, async () => {
    await recordHistory(dependencies, intent, 'unknown');
    await leaveUnsettled(state, intent, failure.kind === 'sent-without-answer' ? failure : {});
  });
  return { ...progress, kind: 'unknown', failure };
}

async function record(
  job: JsonObject & { id: JobId },
  scriptsAt: number | null,
  intent: Intent,
  progress: Progress,
  dependencies: PushDependencies,
): Promise<Outcome> {
  dependencies.progress('recording');
  progress.notes.push(...(await afterwards(job, intent, dependencies)));
  const isRecorded = await tryToKeep('push', progress, async () => {
    progress.notes.push(...(await recordWrite(dependencies, intent, job, scriptsAt)));
  });
  if (!isRecorded) await tryToKeep('push', progress, () => leaveUnsettled(dependencies.state, intent));
  return { ...progress, kind: intent.action === 'create' ? 'created' : 'updated', id: job.id };
}

async function ended(
  intent: Intent,
  outcome: 'rejected',
  dependencies: PushDependencies,
  result: Outcome,
): Promise<Outcome> {
  await tryToKeep('push', result, () => recordEnd(dependencies, intent, outcome));
  return result;
}

async function withIntentDropped(intent: Intent, { state }: PushDependencies, outcome: Outcome): Promise<Outcome> {
  await tryToKeep('push', outcome, () => dropIntent(state, intent));
  return outcome;
}

function intentOf(plan: Plan, { clock, owner }: PushDependencies): Intent {
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
    text: plan.file.text,
    seen: plan.seen,
    changes: plan.changes,
    named: namedPointers(jobOfText(plan.file.text) ?? {}),
  };
}
