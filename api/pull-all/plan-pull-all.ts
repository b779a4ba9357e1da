import type { Link } from '../../schemas/links.ts';
import { ApiError, type ApiFailure } from '../failure.ts';
import { jobOfText } from '../job/job-of-text.ts';
import { isOn, readLinks } from '../link/links.ts';
import { type JobPlatform, type JobSummary, listJobs } from '../operations/list-jobs.ts';
import { arrangeLike } from '../plan/arrange-like.ts';
import type { Change, Note } from '../plan/plan.ts';
import type { JobId, Target } from '../platform.ts';
import { otherIdIn, type PullDependencies, pullJob } from '../pull.ts';
import { causeOf } from '../push/ending.ts';
import type { StateFailure } from '../push/outcome.ts';
import { bounded } from '../several/bounded.ts';
import { StateError } from '../state-error.ts';
import { chooseFiles } from './choose-files.ts';

/** The folder that jobs are pulled into. Paths are as in `JobFile`. */
export interface JobFolder {
  /** Its own path; empty for the folder that holds `.pmjob/`. */
  path: string;
  /** The job files in it that belong to the same `.pmjob/`. */
  list(): Promise<string[]>;
  /** The text of a file, or undefined when there is none. */
  read(path: string): Promise<string | undefined>;
  write(path: string, text: string): Promise<void>;
  /** Somebody is typing in it. */
  isUnsaved(path: string): boolean;
}

export interface PullAllDependencies extends PullDependencies {
  folder: JobFolder;
}

/** What pulling all jobs would do to one file. */
export type PullEntry = { id: JobId; name: string; path: string } & (
  | {
      /** As in `Comparison`; `new`: there is no such file. `unsaved`: it is open with changes that are on no disk. */
      kind: 'new' | 'changed' | 'edited' | 'unchanged' | 'unsaved';
      changes: Change[];
      notes: Note[];
      /** What the file held when it was planned. */
      before: string | undefined;
      text: string;
      /** The file is linked to the job, but lies elsewhere than in the folder. */
      isOutside: boolean;
      /** Stores base and link of the file as it is, or as it was written. Rejects with StateError. */
      record(): Promise<void>;
    }
  | { kind: 'failed'; failure: ApiFailure | StateFailure }
);

export interface PullAllPlan {
  target: Target;
  /** In the order of their paths. */
  entries: readonly PullEntry[];
  /** Files of the folder whose jobs the platform does not list any more. */
  gone: readonly string[];
}

/** Jobs that are read at the same time. */
const AT_ONCE = 4;

/**
 * Looks at every job that the platform lists, or those of one operating system, and says what pulling it would do to
 * which file. Sends nothing but GETs and writes nothing. Rejects with ApiError or StateError when the list, or the links
 * here, cannot be read; what goes wrong with one job is told with it.
 */
export async function planPullAll(
  dependencies: PullAllDependencies,
  platform: JobPlatform | undefined,
  signal: AbortSignal,
  looked: (done: number, all: number) => void = () => undefined,
): Promise<PullAllPlan> {
  const { session, state, folder } = dependencies;
  const target = await session.target(signal);
  const links = await readLinks(state);
  const here = links.filter((link) => isOn(link, target));
  const jobs = await listJobs(session, platform === undefined ? {} : { platform }, signal);
  const paths = [...(await folder.list())].sort();
  const files = chooseFiles(jobs, {
    folder: folder.path,
    links: here,
    there: await thoseThere(here, dependencies),
    present: await Promise.all(paths.map(async (path) => ({ path, ...(await idIn(path, folder)) }))),
  });
  const place = bounded(AT_ONCE);
  let done = 0;
  const entries = await Promise.all(
    jobs.map((job) =>
      place(async () => {
        const entry = await planOne(job, files.get(job.id) ?? '', links, dependencies, signal);
        looked(++done, jobs.length);
        return entry;
      }),
    ),
  );
  if (signal.aborted) throw new ApiError({ kind: 'cancelled', host: target.host });
  return {
    target,
    entries: entries.sort((one, other) => (one.path < other.path ? -1 : 1)),
    gone: platform === undefined ? goneOf(here, jobs, paths) : [],
  };
}

async function thoseThere(links: readonly Link[], { state }: PullAllDependencies): Promise<Set<string>> {
  const there = await Promise.all(links.map(({ file }) => state.hasJobFile(file)));
  return new Set(links.filter((_, index) => there[index]).map(({ file }) => file));
}

function goneOf(links: readonly Link[], jobs: readonly JobSummary[], paths: readonly string[]): string[] {
  const ids = new Set(jobs.map(({ id }) => id.toLowerCase()));
  const gone = links.filter(({ id }) => !ids.has(id.toLowerCase())).map(({ file }) => file);
  return paths.filter((path) => gone.includes(path));
}

async function planOne(
  { id, name }: JobSummary,
  path: string,
  links: readonly Link[],
  dependencies: PullAllDependencies,
  signal: AbortSignal,
): Promise<PullEntry> {
  const { folder } = dependencies;
  try {
    const before = await folder.read(path);
    const options = { path, ...(before === undefined ? {} : { currentText: before }) };
    const pulled = await pullJob(id, dependencies, options, signal);
    if (pulled.kind === 'failed') return { kind: 'failed', id, name, path, failure: pulled.failure };
    const { notes, comparison } = pulled;
    // What a person has laid out in a way of their own stays so where both say the same.
    const text = before === undefined ? pulled.text : arrangeLike(pulled.text, before);
    const isOutside = folder.path !== '' && !path.startsWith(`${folder.path}/`);
    const one = { id: pulled.id, name: pulled.name, path, before, text, isOutside };
    const recordPulled = () => pulled.record(path);
    if (before === undefined || comparison === undefined)
      return { ...one, kind: 'new', changes: [], notes, record: recordPulled };
    const { kind, changes } = comparison;
    if (kind === 'unchanged') return { ...one, kind, changes, notes: [], record: () => pulled.recordUnchanged(path) };
    const isKept = folder.isUnsaved(path)
      ? 'unsaved'
      : otherIdIn(
            jobOfText(before) ?? {},
            pulled.id,
            links.filter(({ file }) => file === path),
          ) !== undefined
        ? 'edited'
        : kind;
    return { ...one, kind: isKept, changes, notes, record: recordPulled };
  } catch (error) {
    if (error instanceof ApiError || error instanceof StateError)
      return { kind: 'failed', id, name, path, failure: error.failure };
    return { kind: 'failed', id, name, path, failure: { kind: 'state-not-written', path, cause: causeOf(error) } };
  }
}

/** A file that cannot be read is there all the same. */
async function idIn(path: string, folder: JobFolder): Promise<{ id?: JobId }> {
  try {
    const { id } = jobOfText((await folder.read(path)) ?? '') ?? {};
    return typeof id === 'string' && id !== '' ? { id } : {};
  } catch (error) {
    causeOf(error);
    return {};
  }
}
