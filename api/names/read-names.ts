import { ApiError } from '../failure.ts';
import { listAssets } from '../operations/list-assets.ts';
import { type JobSummary, listJobs } from '../operations/list-jobs.ts';
import { listPatches } from '../operations/list-patches.ts';
import type { Session } from '../session.ts';
import type { Named, PlatformNames } from './names.ts';

/** Of each operating system a hundred jobs a page. */
const MOST_PAGES = 20;

/** Jobs, with the tags and users that their list tells. Rejects with ApiError. */
export async function readJobNames(session: Session, signal: AbortSignal): Promise<PlatformNames> {
  const jobs = await listAllJobs(session, signal);
  return { jobs, named: withoutRepeats(jobs.flatMap(namedIn)) };
}

/** Assets and patches. A list that cannot be had is left out and told to `missing`. */
export async function readCatalogue(
  session: Session,
  signal: AbortSignal,
  missing: (error: ApiError) => void,
): Promise<Named[]> {
  const lists = [listAssets, listPatches].map((list) => orMissing(list(session, signal), missing));
  return (await Promise.all(lists)).flat();
}

async function listAllJobs(session: Session, signal: AbortSignal): Promise<JobSummary[]> {
  const jobs = new Map<string, JobSummary>();
  for (let page = 0; page < MOST_PAGES; page++) {
    const before = jobs.size;
    for (const job of await listJobs(session, { page }, signal)) jobs.set(job.id, job);
    if (jobs.size === before) break;
  }
  return [...jobs.values()];
}

function namedIn({ tags = [], users = [] }: JobSummary): Named[] {
  return [
    ...tags.map((tag): Named => ({ ...tag, kind: 'tag' })),
    ...users.map((user): Named => ({ ...user, kind: 'user' })),
  ];
}

async function orMissing(list: Promise<Named[]>, missing: (error: ApiError) => void): Promise<Named[]> {
  try {
    return await list;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    missing(error);
    return [];
  }
}

function withoutRepeats(named: readonly Named[]): Named[] {
  return [...new Map(named.map((one) => [one.id.toLowerCase(), one])).values()];
}
