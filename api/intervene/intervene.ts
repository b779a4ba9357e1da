import { ApiError, type ApiFailure } from '../failure.ts';
import { writeGitIgnore } from '../link/git-ignore.ts';
import { deleteJob, type Said, setJobStatus } from '../operations/manage-jobs.ts';
import { tryToKeep } from '../push/ending.ts';
import { isSameSight, lookAtJob } from '../push/look.ts';
import { checkSameTarget } from '../push/same-target.ts';
import { pushOfSameJob } from '../push/settle.ts';
import { type Written, writeOnce } from '../push/write-once.ts';
import type { Session } from '../session.ts';
import { StateError } from '../state-error.ts';
import { redact } from '../transport/redact.ts';
import type { ConfirmedIntervention } from './confirm.ts';
import { dropIntent, type InterventionIntent, intentOf, leaveUnsettled, markSent, writeIntent } from './intent.ts';
import type { InterventionDependencies, InterventionOutcome, InterventionPlan } from './intervention.ts';
import { nothingSentOf } from './plan.ts';
import { recordDone, recordHistory } from './record.ts';
import { lookForIt, lookUntilSeen, type Verdict } from './verdict.ts';

/** What every outcome tells. */
type Progress = Pick<InterventionOutcome, 'intervention' | 'path' | 'target' | 'jobName' | 'notes'> & { id: string };

/**
 * Sends what was confirmed, once, with the safety of a push: intent, second look, the request, its outcome, the record.
 * Enabling an On-demand job twice would start it twice. Never rejects for what the platform, the disk or the person did.
 */
export async function intervene(
  { plan }: ConfirmedIntervention,
  dependencies: InterventionDependencies,
  signal: AbortSignal,
): Promise<InterventionOutcome> {
  const { kind: intervention, path, target, id, jobName } = plan;
  const progress: Progress = {
    intervention,
    ...(path === undefined ? {} : { path }),
    target,
    id,
    jobName,
    notes: [...plan.notes],
  };
  const intent = intentOf(plan, dependencies);
  try {
    if (!(await makeReady(plan, intent, dependencies, signal))) return changedSincePlan(progress);
  } catch (error) {
    await tryToKeep('attempt', progress, () => dropIntent(dependencies.state, intent));
    return nothingSentOf(error, progress, signal);
  }
  try {
    dependencies.progress('sending');
    return await conclude(await send(plan, intent, dependencies, signal), intent, progress, dependencies, signal);
  } catch (error) {
    await tryToKeep('attempt', progress, () => leaveUnsettled(dependencies.state, intent));
    const cause = redact(error instanceof Error ? error.message : String(error));
    return { ...progress, kind: 'unknown', failure: { kind: 'sent-without-answer', host: target.host, cause } };
  }
}

/** False when the platform is no longer as the plan saw it, or somebody else is at the job. */
async function makeReady(
  plan: InterventionPlan,
  intent: InterventionIntent,
  dependencies: InterventionDependencies,
  signal: AbortSignal,
): Promise<boolean> {
  const { session, state } = dependencies;
  signal.throwIfAborted();
  checkSameTarget(plan.target, await session.target(signal));
  await writeGitIgnore(state);
  if (!(await writeIntent(state, intent))) return false;
  const other = await pushOfSameJob(intent, dependencies);
  if (other !== undefined) throw new StateError(other);
  dependencies.progress('looking');
  if (!(await isStillAsPlanned(plan, session, signal))) {
    await dropIntent(state, intent);
    return false;
  }
  signal.throwIfAborted();
  return true;
}

async function isStillAsPlanned(plan: InterventionPlan, session: Session, signal: AbortSignal): Promise<boolean> {
  return isSameSight(plan.seen, (await lookAtJob(session, plan.id, signal)).seen);
}

function send(
  plan: InterventionPlan,
  intent: InterventionIntent,
  { session, state, clock }: InterventionDependencies,
  signal: AbortSignal,
): Promise<Written<Said>> {
  const { kind, id } = plan;
  const status = kind === 'enable' ? 'Enabled' : 'Disabled';
  const write = {
    markSent: () => markSent(state, intent, clock),
    send: () => (kind === 'delete' ? deleteJob(session, id, signal) : setJobStatus(session, id, status, signal)),
    isStillAsPlanned: () => isStillAsPlanned(plan, session, signal),
  };
  return writeOnce(write, session, signal);
}

async function conclude(
  written: Written<Said>,
  intent: InterventionIntent,
  progress: Progress,
  dependencies: InterventionDependencies,
  signal: AbortSignal,
): Promise<InterventionOutcome> {
  switch (written.kind) {
    case 'accepted':
      return written.answer === 'success'
        ? accepted(intent, progress, dependencies)
        : lookAfter(written.answer === 'failed' ? 'failed' : unclear(intent), intent, progress, dependencies);
    case 'lost':
      return lookAfter(written.failure, intent, progress, dependencies);
    case 'refused':
      return refused(written.failure, intent, progress, dependencies);
    case 'changed-since-plan':
      await tryToKeep('attempt', progress, () => dropIntent(dependencies.state, intent));
      return changedSincePlan(progress);
    case 'not-sent':
      await tryToKeep('attempt', progress, () => dropIntent(dependencies.state, intent));
      return nothingSentOf(written.error, progress, signal);
  }
}

/** The platform said that it did it. Looking again tells what the job is like now. */
async function accepted(
  intent: InterventionIntent,
  progress: Progress,
  dependencies: InterventionDependencies,
): Promise<InterventionOutcome> {
  dependencies.progress('recording');
  const verdict = await looked(() => lookForIt(intent, dependencies, new AbortController().signal));
  if (verdict?.cameTrue !== true)
    progress.notes.push({
      code: 'not-seen-yet',
      message:
        verdict === undefined
          ? 'The platform says that it did it; looking again was not possible.'
          : 'The platform says that it did it, but still shows the job as it was. Look again later.',
    });
  // A link to a job that is still there is no mistake; one that was dropped could lead to a second job.
  const staysLinked = intent.intervention === 'delete' && verdict?.cameTrue !== true;
  const record = staysLinked
    ? async () => {
        await recordHistory(intent, 'deleted', dependencies);
        await dropIntent(dependencies.state, intent);
      }
    : () => recordDone(intent, verdict?.cameTrue ? verdict.job : undefined, dependencies, true);
  await tryToKeep('attempt', progress, record);
  return { ...progress, kind: 'done' };
}

/** Looks at once, and again after some seconds. What is not proven stays unknown, and is never sent again blindly. */
async function lookAfter(
  failure: ApiFailure | 'failed',
  intent: InterventionIntent,
  progress: Progress,
  dependencies: InterventionDependencies,
): Promise<InterventionOutcome> {
  dependencies.progress('settling');
  // Whoever asked is here: two looks, and what is not proven by then is told as unknown.
  const ended = { ...intent, state: 'unsettled' } as const;
  const verdict = await looked(() => lookUntilSeen(ended, dependencies, new AbortController().signal));
  if (verdict?.cameTrue) {
    progress.notes.push({
      code: 'answer-lost',
      message: 'No clear answer came; looking again showed that the platform had done it.',
    });
    await tryToKeep('attempt', progress, () => recordDone(intent, verdict.job, dependencies, false));
    return { ...progress, kind: 'done' };
  }
  if (failure === 'failed') return refused(undefined, intent, progress, dependencies);
  await tryToKeep('attempt', progress, async () => {
    await recordHistory(intent, 'unknown', dependencies);
    await leaveUnsettled(dependencies.state, intent, failure.kind === 'sent-without-answer' ? failure : {});
  });
  return { ...progress, kind: 'unknown', failure };
}

async function refused(
  failure: ApiFailure | undefined,
  intent: InterventionIntent,
  progress: Progress,
  dependencies: InterventionDependencies,
): Promise<InterventionOutcome> {
  await tryToKeep('attempt', progress, async () => {
    await recordHistory(intent, 'rejected', dependencies);
    await dropIntent(dependencies.state, intent);
  });
  return { ...progress, kind: 'rejected', failure };
}

function unclear({ target }: InterventionIntent): ApiFailure {
  return { kind: 'sent-without-answer', host: target.host, cause: 'its answer says nothing of this job' };
}

/** Undefined when the platform could not be asked. */
async function looked(look: () => Promise<Verdict>): Promise<Verdict | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof ApiError || error instanceof StateError) return undefined;
    throw error;
  }
}

function changedSincePlan(progress: Progress): InterventionOutcome {
  return { ...progress, kind: 'conflict', conflicts: [{ kind: 'changed-since-plan' }] };
}
