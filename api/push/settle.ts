import { ApiError } from '../failure.ts';
import { readLinks } from '../link/links.ts';
import type { Note } from '../plan/plan.ts';
import type { JobId, Target } from '../platform.ts';
import { StateError } from '../state-error.ts';
import { type Intent, intentsForSameJob, isOld, type Standing, standingIntents } from './intent.ts';
import { dropCutOff } from './intent-file.ts';
import { lookUntilSure } from './look-until-sure.ts';
import type { Outcome, StateFailure } from './outcome.ts';
import { recordEnd, recordWrite } from './record.ts';
import type { IntentOwner, PushDependencies, PushRequest } from './request.ts';
import { findOut, type Verdict } from './verdict.ts';

export type Settled =
  /** Nothing stands in the way. `created`: an earlier create of this file turned out to have gone through. */
  { kind: 'clear'; notes: Note[]; created?: JobId } | { kind: 'stopped'; outcome: Outcome };

/**
 * Finds out what became of earlier pushes of a file whose answers were lost, by what they sent, not by the file as it
 * is now. Sends nothing but GETs. What cannot be told stops the push and leaves the intent.
 */
export async function settle(
  request: Pick<PushRequest, 'file' | 'createNew' | 'link'>,
  target: Target,
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<Settled> {
  const settled: Settled = { kind: 'clear', notes: [] };
  for (const standing of await standingIntents(dependencies.state, request.file.path, target)) {
    const one = await settleOne(request, target, standing, dependencies, signal);
    if (one.kind === 'stopped') return one;
    settled.notes.push(...one.notes);
    if (one.created !== undefined) settled.created = one.created;
  }
  return settled;
}

async function settleOne(
  request: Pick<PushRequest, 'file' | 'createNew' | 'link'>,
  target: Target,
  standing: Standing,
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<Settled> {
  const stopped = { path: request.file.path, target, changes: [], notes: [] };
  if (standing.kind === 'cut-off') {
    await dropCutOff(standing.path, dependencies, signal);
    return { kind: 'clear', notes: [] };
  }
  if (standing.kind === 'foreign')
    return {
      kind: 'stopped',
      outcome: { ...stopped, kind: 'unknown', failure: { kind: 'intent-unreadable', path: `.pmjob/${standing.path}` } },
    };
  const { intent } = standing;
  if (await isAtWork(intent, dependencies))
    return {
      kind: 'stopped',
      outcome: {
        ...stopped,
        kind: 'unknown',
        failure: underWay(intent),
      },
    };
  if (target.customerId === undefined && intent.target.customerId !== undefined)
    return {
      kind: 'stopped',
      outcome: { ...stopped, kind: 'unknown', failure: { kind: 'subscription-unknown', file: intent.file } },
    };
  dependencies.progress('settling');
  try {
    return await conclude(request, intent, await findOutSurely(intent, dependencies, signal), target, dependencies);
  } catch (error) {
    if (error instanceof StateError && error.failure.kind === 'job-gone') {
      await recordEnd(dependencies, intent, 'left-to-plan');
      return { kind: 'clear', notes: [] };
    }
    if (!(error instanceof ApiError) || signal.aborted) throw error;
    const id = intent.id === undefined ? {} : { id: intent.id };
    return { kind: 'stopped', outcome: { ...stopped, ...id, kind: 'unknown', failure: error.failure } };
  }
}

/** Is another file's push of the same job under way? Both would be composed from what they see now. */
export async function pushOfSameJob(
  intent: Parameters<typeof intentsForSameJob>[1],
  dependencies: Pick<PushDependencies, 'state' | 'owner' | 'ownerLife' | 'clock'>,
): Promise<Extract<StateFailure, { kind: 'push-under-way' }> | undefined> {
  for (const other of await intentsForSameJob(dependencies.state, intent))
    if (await isAtWork(other, dependencies)) return underWay(other);
  return undefined;
}

function underWay(intent: Intent): Extract<StateFailure, { kind: 'push-under-way' }> {
  return { kind: 'push-under-way', path: intent.file, owner: nameOf(intent) };
}

/**
 * Has whoever wrote an intent not come to an end yet? An owner on another machine cannot be asked, and this very process may
 * not have been able to write down that its push has ended: after a time that no push takes, neither is at work. One that has slept looks for its intent before it sends.
 */
export async function isAtWork(
  intent: Pick<Intent, 'state' | 'owner' | 'at' | 'sent'>,
  { owner, ownerLife, clock }: Pick<PushDependencies, 'owner' | 'ownerLife' | 'clock'>,
): Promise<boolean> {
  if (intent.state === 'unsettled') return false;
  const life = isSameProcess(intent.owner, owner) ? 'unknown' : await ownerLife(intent.owner);
  return life === 'alive' || (life === 'unknown' && !isOld(intent, clock));
}

function isSameProcess(one: IntentOwner, other: IntentOwner): boolean {
  return one.host === other.host && one.processId === other.processId && one.processStart === other.processStart;
}

async function findOutSurely(
  intent: Intent,
  { session, state, clock }: PushDependencies,
  signal: AbortSignal,
): Promise<Verdict> {
  const links = await readLinks(state);
  const look = () => findOut(intent, session, links, signal);
  return lookUntilSure(look, ({ kind }) => kind !== 'not-there', intent, clock, signal);
}

async function conclude(
  request: Pick<PushRequest, 'file' | 'createNew' | 'link'>,
  intent: Intent,
  verdict: Verdict,
  target: Target,
  dependencies: PushDependencies,
): Promise<Settled> {
  const what = intent.action === 'create' ? 'create' : 'update';
  const note = (code: string, message: string): Settled => ({ kind: 'clear', notes: [{ code, message }] });
  if (verdict.kind === 'went-through') {
    const notKept = await recordWrite(dependencies, intent, verdict.job, verdict.scriptsAt);
    const message = `The ${what} of ${intent.at} had gone through: it is job ${verdict.job.id}.`;
    const notes = [{ code: 'earlier-push-went-through', message }, ...notKept];
    return { kind: 'clear', notes, ...(intent.action === 'create' ? { created: verdict.job.id } : {}) };
  }
  if (verdict.kind === 'not-there') {
    await recordEnd(dependencies, intent, 'not-accepted');
    return note(
      'earlier-push-not-accepted',
      `The ${what} of ${intent.at} counts as not accepted: the platform shows no sign of it.`,
    );
  }
  // An update is planned anew against what is there, with the base from before it. A create may not be guessed.
  const chosen = request.createNew || request.link !== undefined;
  if (intent.action === 'update' || chosen) {
    await recordEnd(dependencies, intent, 'left-to-plan');
    return note(
      'earlier-push-not-proven',
      `What became of the ${what} of ${intent.at} cannot be told; the plan is made from what is there now.`,
    );
  }
  const jobs = verdict.ids.map((id) => ({ id }));
  return {
    kind: 'stopped',
    outcome: {
      path: request.file.path,
      target,
      changes: [],
      notes: [
        {
          code: 'earlier-push-not-proven',
          message: `The create of ${intent.at} may have made one of these jobs. Say which one is the file's, or that another is wanted.`,
        },
      ],
      kind: 'conflict',
      conflicts: [{ kind: 'same-name', name: intent.jobName, jobs }],
    },
  };
}

/** The process that wrote an intent, for a person. */
export function nameOf({ owner }: Pick<Intent, 'owner'>): string {
  return `process ${owner.processId} of ${owner.user} on ${owner.host}`;
}
