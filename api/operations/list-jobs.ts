import { isObject, type Json } from '../../schemas/json.ts';
import { ApiError } from '../failure.ts';
import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';
import { jsonOf, notUnderstood } from './answer.ts';

/** A job in a list: not a body for an update. */
export interface JobSummary {
  id: JobId;
  name: string;
  platform?: string;
  type?: string;
  status?: string;
  scheduleType?: string;
  customerId?: string;
  linkedJobId?: JobId;
  /** Its tags, where the list tells their names (as the public Python SDK reads it). */
  tags?: NamedId[];
  /** Who created and who changed it, likewise. */
  users?: NamedId[];
}

interface NamedId {
  id: string;
  name: string;
}

export interface JobQuery {
  /**
   * That name; blanks at its ends, runs of blanks and the form of its accents do not count (a server
   * may tidy them), nor what it may have cut off a long one.
   */
  name?: string;
  /** Of that operating system alone. */
  platform?: JobPlatform;
  /** From 0, of at most PAGE_SIZE jobs of each operating system; all pages when left out. */
  page?: number;
}

export const JOB_PLATFORMS = ['Windows', 'Linux'] as const;

export type JobPlatform = (typeof JOB_PLATFORMS)[number];

const PAGE_SIZE = 100;

/** A hundred thousand jobs of an operating system; ten thousand where a server gives ten a page whatever it is asked for. */
const MOST_PAGES = 1000;

/**
 * Lists jobs. Names are compared here and not by the API's `filter`, whose syntax no source gives for a name with
 * quotes. Rejects with ApiError; `too-large-answer` when an operating system has something new on each of 1,000 pages:
 * a list of some of the jobs would be taken for all.
 */
export async function listJobs(
  session: Pick<Session, 'connection' | 'send'>,
  query: JobQuery,
  signal: AbortSignal,
): Promise<JobSummary[]> {
  const found = new Map<JobId, JobSummary>();
  // Every known caller names the operating system; what an answer without it would hold is not documented.
  for (const platform of query.platform === undefined ? JOB_PLATFORMS : [query.platform]) {
    const seen = new Set<JobId>();
    for (let page = query.page ?? 0; ; page++) {
      const before = seen.size;
      for (const job of await onePage(session, platform, page, signal)) {
        seen.add(job.id);
        if (query.name === undefined || isSameName(job.name, query.name)) found.set(job.id, job);
      }
      // A short page is no last page: a server may give fewer jobs than it was asked for. A page without a new job is.
      if (query.page !== undefined || seen.size === before) break;
      if (page + 1 === MOST_PAGES) throw endless(session);
    }
  }
  return [...found.values()];
}

function endless({ connection }: Pick<Session, 'connection'>): ApiError {
  const { host } = new URL(connection.baseUrl);
  return new ApiError({ kind: 'too-large-answer', host, limit: MOST_PAGES, of: 'pages' });
}

/** What a server cuts off a name may be all but this. */
const NEVER_CUT = 50;

/** Would a job found under one name be taken for one that was sent under the other? */
export function isSameName(found: string, wanted: string): boolean {
  const [one, other] = [tidyName(found), tidyName(wanted)];
  return one === other || (one.length >= NEVER_CUT && other.startsWith(one));
}

function tidyName(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}

async function onePage(
  session: Pick<Session, 'connection' | 'send'>,
  platform: string,
  page: number,
  signal: AbortSignal,
): Promise<JobSummary[]> {
  const path = `/pm/v1/deploymentjobs/summary?pageNumber=${page}&pageSize=${PAGE_SIZE}&platform=${platform}`;
  const response = await session.send({ method: 'GET', path, what: 'the list of jobs' }, signal);
  if (page > 0 && response.status === 204) return [];
  const value = jsonOf(response, session);
  if (!Array.isArray(value)) throw notUnderstood(response, session);
  return value.map((entry) => {
    const summary = summaryOf(entry);
    // A job that cannot be read must not be passed over: it may be the one that is looked for.
    if (summary === undefined) throw notUnderstood(response, session);
    return summary;
  });
}

function summaryOf(entry: Json): JobSummary | undefined {
  if (!isObject(entry)) return undefined;
  const { id, name } = entry;
  // No job is without a name; empty text counts as absent (pm-api.md).
  if (typeof id !== 'string' || id === '' || typeof name !== 'string' || name === '') return undefined;
  const summary: JobSummary = { id, name };
  for (const key of ['platform', 'type', 'status', 'scheduleType', 'customerId', 'linkedJobId'] as const) {
    const value = entry[key];
    if (typeof value === 'string') summary[key] = value;
  }
  const tags = Array.isArray(entry.tags) ? entry.tags.flatMap(namedId) : [];
  if (tags.length > 0) summary.tags = tags;
  const users = [entry.created, entry.updated].flatMap((act) => (isObject(act) ? namedId(act.user) : []));
  if (users.length > 0) summary.users = users;
  return summary;
}

function namedId(value: Json | undefined): NamedId[] {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.name !== 'string' || value.name === '')
    return [];
  return [{ id: value.id, name: value.name }];
}
