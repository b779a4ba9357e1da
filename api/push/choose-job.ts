import type { JsonObject } from '../../schemas/json.ts';
import type { Link } from '../../schemas/links.ts';
import { isOn, linkOf } from '../link/links.ts';
import type { Conflict, Note } from '../plan/plan.ts';
import { isSameId, type JobId, type NamedJob, type Target } from '../platform.ts';
import type { StateFailure } from './outcome.ts';
import type { PushRequest } from './request.ts';

/** Which job a file is on a platform. */
export type Choice =
  | { kind: 'update'; job: NamedJob; notes: Note[] }
  /** `unless`: a job of that id here would be the file's, and a create would make another one. */
  | { kind: 'create'; unless?: JobId; notes: Note[] }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'failed'; failure: StateFailure };

/** What is known of jobs here. */
interface Known {
  links: readonly Link[];
  /** The linked files that are no longer there. */
  gone: ReadonlySet<string>;
  target: Target;
}

/**
 * In this order: the job that the person names, the file's link on this platform, the body's id unless a link gives it
 * to another platform, none. Nothing turns into a create by itself: an id that the platform does not know stops later.
 */
export function chooseJob(request: PushRequest, body: JsonObject, { links, gone, target }: Known): Choice {
  const linked = request.link ?? linkOf(links, request.file.path, target)?.id;
  const written = typeof body.id === 'string' && body.id !== '' ? body.id : undefined;
  const foreign = written === undefined ? undefined : foreignLink(written, links, target);
  const own = foreign === undefined ? written : undefined;
  const notes = foreign === undefined ? [] : [ignoredId(foreign)];

  if (request.createNew)
    return { kind: 'create', notes: [...notes, ...leftJob(request, links, target), ...strayId(own)] };
  const hidden = linked === undefined ? hiddenLink(request.file.path, links, target) : undefined;
  if (hidden !== undefined)
    return { kind: 'failed', failure: { kind: 'subscription-unknown', file: hidden.file, id: hidden.id } };
  if (request.wanted === 'create') {
    if (linked !== undefined) return { kind: 'conflict', conflict: { kind: 'already-linked', id: linked, by: 'link' } };
    return freshCreate(own, notes, request, { links, gone, target });
  }
  if (linked !== undefined && own !== undefined && !isSameId(linked, own))
    return { kind: 'conflict', conflict: { kind: 'id-mismatch', linked, body: own } };
  const id = linked ?? own;
  if (id !== undefined) {
    const before = linkOf(links, request.file.path, target)?.id;
    const job = { id, namedBy: namedBy(id, before, own), ...insteadOf(id, before ?? own) };
    return { kind: 'update', job, notes: [...notes, ...otherFiles(id, request, { links, gone, target })] };
  }
  return request.wanted === 'update'
    ? { kind: 'failed', failure: { kind: 'no-job-chosen' } }
    : freshCreate(undefined, notes, request, { links, gone, target });
}

/** A create, unless the file may be one that was linked under another name in its folder. */
function freshCreate(
  unless: JobId | undefined,
  notes: Note[],
  { file }: PushRequest,
  { links, gone, target }: Known,
): Choice {
  const jobs = links
    .filter((link) => isOn(link, target) && gone.has(link.file) && folderOf(link.file) === folderOf(file.path))
    .map(({ id, file: linkedFile }) => ({ id, linkedFile }));
  if (jobs.length > 0) return { kind: 'conflict', conflict: { kind: 'linked-file-gone', jobs } };
  return { kind: 'create', ...(unless === undefined ? {} : { unless }), notes: [...notes, ...strayId(unless)] };
}

/** The folder of a job file, with its last slash. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Without a customerId no link matches; one of this file at this address says that it has a job all the same. */
function hiddenLink(path: string, links: readonly Link[], target: Target): Link | undefined {
  if (target.customerId !== undefined) return undefined;
  return links.find((link) => link.file === path && link.origin === target.origin);
}

function foreignLink(id: JobId, links: readonly Link[], target: Target): Link | undefined {
  const same = links.filter((link) => isSameId(link.id, id));
  return same.some((link) => mayBeOn(link, target)) ? undefined : same[0];
}

function mayBeOn(link: Link, target: Target): boolean {
  return isOn(link, target) || (target.customerId === undefined && link.origin === target.origin);
}

function ignoredId({ id, file, origin }: Link): Note {
  return {
    code: 'id-of-another-platform',
    pointer: '/id',
    message: `The id ${id} in the file is not used here: ${file} is that job on ${new URL(origin).host}.`,
  };
}

/** What says that the file is that job; nothing when it is the person alone. */
function namedBy(id: JobId, linked: JobId | undefined, written: JobId | undefined): ('link' | 'id')[] {
  return [
    ...(linked !== undefined && isSameId(linked, id) ? (['link'] as const) : []),
    ...(written !== undefined && isSameId(written, id) ? (['id'] as const) : []),
  ];
}

function insteadOf(id: JobId, otherwise: JobId | undefined): Pick<NamedJob, 'otherwise'> {
  return otherwise === undefined || isSameId(otherwise, id) ? {} : { otherwise };
}

/** The person wants another job than the one that the file is. */
function leftJob({ file }: PushRequest, links: readonly Link[], target: Target): Note[] {
  const before = linkOf(links, file.path, target);
  if (before === undefined) return [];
  return [
    {
      code: 'job-left',
      message: `${file.path} was job ${before.id} here; this makes another one. That job, where it is still there, stays as it is, and the file is no longer linked to it.`,
    },
  ];
}

/** An id that is not that of the job which is made: with the new link it would say that the file is two jobs. */
function strayId(written: JobId | undefined): Note[] {
  if (written === undefined) return [];
  return [
    {
      code: 'id-of-another-job',
      pointer: '/id',
      message: `The "id" in the file names job ${written}, and the new job gets another one: take the "id" out of the file. Until then the next push stops.`,
    },
  ];
}

function otherFiles(id: JobId, { file }: PushRequest, { links, gone, target }: Known): Note[] {
  return links
    .filter((link) => isOn(link, target) && isSameId(link.id, id) && link.file !== file.path)
    .map((link) =>
      gone.has(link.file)
        ? {
            code: 'job-taken-over',
            message: `This is the job of ${link.file}, which is gone: ${file.path} takes its place.`,
          }
        : {
            code: 'job-of-another-file',
            message: `This is also the job of ${link.file}: both files would change the same job.`,
          },
    );
}
