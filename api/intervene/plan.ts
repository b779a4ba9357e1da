import type { Json, JsonObject } from '../../schemas/json.ts';
import type { Link } from '../../schemas/links.ts';
import { jobOfText } from '../job/job-of-text.ts';
import { askedStatus } from '../job/spelling.ts';
import { isOn, readLinks } from '../link/links.ts';
import { isSameId, type NamedJob, type Target } from '../platform.ts';
import { chooseJob } from '../push/choose-job.ts';
import { nothingSent } from '../push/ending.ts';
import { lookAtJobOf } from '../push/look.ts';
import type {
  InterventionDependencies,
  InterventionOutcome,
  InterventionPlan,
  InterventionRequest,
} from './intervention.ts';
import { notesOn } from './notes.ts';
import { settleIntervention } from './settle.ts';

/** A plan to be confirmed, or how it ended before there was one. */
export type PreparedIntervention =
  | { kind: 'plan'; plan: InterventionPlan }
  | { kind: 'stopped'; outcome: InterventionOutcome };

type Progress = Pick<InterventionOutcome, 'intervention' | 'path' | 'target' | 'id' | 'jobName' | 'notes'>;

/**
 * Finds the job, looks at it, and says what would be done to it. Sends nothing but GETs; an earlier attempt whose answer
 * was lost is settled first. Never rejects for what the platform, the disk or the person did.
 */
export async function planIntervention(
  request: InterventionRequest,
  dependencies: InterventionDependencies,
  signal: AbortSignal,
): Promise<PreparedIntervention> {
  const path = 'file' in request.job ? { path: request.job.file.path } : {};
  const progress: Progress = { intervention: request.kind, ...path, notes: [] };
  try {
    return await prepare(request, dependencies, progress, signal);
  } catch (error) {
    return { kind: 'stopped', outcome: nothingSentOf(error, progress, signal) };
  }
}

async function prepare(
  { kind, job: wanted }: InterventionRequest,
  dependencies: InterventionDependencies,
  progress: Progress,
  signal: AbortSignal,
): Promise<PreparedIntervention> {
  const { session, state } = dependencies;
  dependencies.progress('looking');
  const target = await session.target(signal);
  progress.target = target;
  const links = await readLinks(state);
  const body = ('file' in wanted ? jobOfText(wanted.file.text) : undefined) ?? {};
  const found = whichJob(wanted, body, links, target);
  if ('outcome' in found) return { kind: 'stopped', outcome: { ...progress, ...found.outcome } };
  progress.id = found.id;
  const settled = await settleIntervention(kind, found.id, target, dependencies, signal);
  if (settled.kind === 'stopped') return { kind: 'stopped', outcome: { ...progress, ...settled.outcome } };
  progress.notes.push(...settled.notes);

  dependencies.progress('looking');
  const { job, seen } = await lookAtJobOf(target, session, found, signal);
  const jobName = typeof job.name === 'string' ? job.name : '';
  const status = typeof job.status === 'string' ? job.status : '';
  Object.assign(progress, { id: job.id, jobName });
  if (isSo(kind, status)) return { kind: 'stopped', outcome: { ...progress, kind: 'unchanged', id: job.id } };
  const linkedFiles = links.filter((link) => isOn(link, target) && isSameId(link.id, job.id)).map(({ file }) => file);
  return {
    kind: 'plan',
    plan: {
      kind,
      ...(progress.path === undefined ? {} : { path: progress.path }),
      target,
      id: job.id,
      jobName,
      status,
      linkedFiles,
      startsAtOnce: kind === 'enable' && job.scheduleType === 'On-demand',
      namedAssets: lengthOf(job.assetIds),
      namedTags: lengthOf(job.assetTagIds),
      notes: [...progress.notes, ...(await notesOn(kind, job, { file: body, links, linkedFiles, target, state }))],
      seen,
    },
  };
}

type Found = NamedJob | { outcome: OutcomeEnd };

type OutcomeEnd =
  | Pick<Extract<InterventionOutcome, { kind: 'conflict' }>, 'kind' | 'conflicts'>
  | Pick<Extract<InterventionOutcome, { kind: 'failed' }>, 'kind' | 'failure'>;

/** A file's job is found as an update of it would find it. */
function whichJob(wanted: InterventionRequest['job'], body: JsonObject, links: readonly Link[], target: Target): Found {
  if ('id' in wanted) return { id: wanted.id };
  const request = { file: wanted.file, wanted: 'update', createNew: false, allowErrors: false } as const;
  const choice = chooseJob(request, body, { links, gone: new Set(), target });
  switch (choice.kind) {
    case 'update':
      return choice.job;
    case 'conflict':
      return { outcome: { kind: 'conflict', conflicts: [choice.conflict] } };
    case 'failed':
      return { outcome: { kind: 'failed', failure: choice.failure } };
    case 'create':
      return { outcome: { kind: 'failed', failure: { kind: 'no-job-chosen' } } };
  }
}

/** Is there nothing to do? A run state is neither, but for the one in which an enabled job waits. */
function isSo(kind: InterventionRequest['kind'], status: string): boolean {
  if (kind === 'enable') return askedStatus(status) === 'Enabled';
  return kind === 'disable' && status === 'Disabled';
}

/** The outcome of what ended by an error before anything was sent. */
export function nothingSentOf(error: unknown, progress: Progress, signal: AbortSignal): InterventionOutcome {
  const outcome = nothingSent(error, { path: progress.path ?? '', changes: [], notes: progress.notes }, signal);
  return outcome.kind === 'failed'
    ? { ...progress, kind: 'failed', failure: outcome.failure }
    : { ...progress, kind: 'cancelled' };
}

function lengthOf(list: Json | undefined): number {
  return Array.isArray(list) ? list.length : 0;
}
