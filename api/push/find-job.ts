import type { JsonObject } from '../../schemas/json.ts';
import type { Link } from '../../schemas/links.ts';
import { isOn, linkOf, readLinks } from '../link/links.ts';
import type { StateStore } from '../link/store.ts';
import type { Note } from '../plan/plan.ts';
import type { JobId, NamedJob, Target } from '../platform.ts';
import { chooseJob, folderOf } from './choose-job.ts';
import type { Progress } from './ending.ts';
import { intentsOf } from './intent.ts';
import type { Outcome } from './outcome.ts';
import type { PushDependencies, PushRequest } from './request.ts';
import { type Settled, settle } from './settle.ts';

/** Where a file goes, and which job it is there. */
export type Found =
  | { kind: 'update'; job: NamedJob; where: Place }
  /** `unless` is as in `Choice`. */
  | { kind: 'create'; unless: JobId | undefined; where: Place }
  | { kind: 'stopped'; outcome: Outcome };

interface Place {
  target: Target;
  links: Link[];
}

/**
 * Finds the job of a file, after an earlier push of it whose answer was lost is settled. Sends nothing but GETs; what
 * there is to say goes to `progress`. Rejects with ApiError or StateError.
 */
export async function findJob(
  request: PushRequest,
  file: JsonObject,
  dependencies: PushDependencies,
  progress: Progress,
  signal: AbortSignal,
): Promise<Found> {
  const { session, state } = dependencies;
  dependencies.progress('looking');
  const target = await session.target(signal);
  progress.target = target;
  if (target.customerId === undefined) progress.notes.push(customerUnknown());
  const settled = await settle(request, target, dependencies, signal);
  if (settled.kind === 'stopped') return settled;
  progress.notes.push(...settled.notes);
  const stray = await settleGoneFiles(request, target, dependencies, signal);
  if (stray.kind === 'stopped') return stray;
  progress.notes.push(...stray.notes);

  const links = await readLinks(state);
  const choice = chooseJob(afterSettling(request, settled.created !== undefined, progress.notes), file, {
    links,
    gone: await goneFiles(links, target, state),
    target,
  });
  const stopped = (outcome: Outcome): Found => ({ kind: 'stopped', outcome });
  if (choice.kind === 'conflict') return stopped({ ...progress, kind: 'conflict', conflicts: [choice.conflict] });
  if (choice.kind === 'failed') return stopped({ ...progress, kind: 'failed', failure: choice.failure });
  progress.notes.push(...choice.notes);
  const where = { target, links };
  if (choice.kind === 'create') return { kind: 'create', unless: choice.unless, where };
  progress.id = choice.job.id;
  return { kind: 'update', job: choice.job, where };
}

/**
 * A file without a job may be one whose create was lost before it was renamed: that is settled under the old name, whose link
 * then stands in the way of a second job.
 */
async function settleGoneFiles(
  request: PushRequest,
  target: Target,
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<Settled> {
  const { state } = dependencies;
  const { path } = request.file;
  const notes: Note[] = [];
  const beside = await intentsOf(state, (other) => other !== path && folderOf(other) === folderOf(path));
  const creates = beside.filter(({ action }) => action === 'create');
  if (request.createNew || creates.length === 0 || linkOf(await readLinks(state), path, target) !== undefined)
    return { kind: 'clear', notes };
  for (const { file } of creates) {
    if (await state.hasJobFile(file)) continue;
    const one = await settle({ ...request, file: { ...request.file, path: file } }, target, dependencies, signal);
    if (one.kind === 'stopped') return one;
    notes.push(...one.notes);
  }
  return { kind: 'clear', notes };
}

/** The files of links on a platform that are no longer there. */
async function goneFiles(links: readonly Link[], target: Target, state: StateStore): Promise<ReadonlySet<string>> {
  const files = links.filter((link) => isOn(link, target)).map(({ file }) => file);
  const there = await Promise.all(files.map((file) => state.hasJobFile(file)));
  return new Set(files.filter((_, index) => there[index] === false));
}

/**
 * A push that repeats a create which had gone through, is about that job; also one that asks for a new job, as the same
 * command does when it is run again after it was killed.
 */
function afterSettling(request: PushRequest, created: boolean, notes: Note[]): PushRequest {
  if (!created) return request;
  if (request.createNew)
    notes.push({
      code: 'no-other-job',
      message: 'That is the new job that was asked for; no other one is made. Ask again for one more.',
    });
  return { ...request, wanted: 'deploy', createNew: false };
}

function customerUnknown(): Note {
  return {
    code: 'customer-unknown',
    message: 'The platform holds no job yet, so which subscription it is cannot be told: no link of a file is used.',
  };
}
