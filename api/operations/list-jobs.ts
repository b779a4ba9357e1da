import { isObject, type Json } from '../../schemas/json.ts';
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
}

export interface JobQuery {
  /** Exactly that name. */
  name?: string;
  /** From 0, of PAGE_SIZE jobs of each operating system; all pages when left out. */
  page?: number;
}

const PAGE_SIZE = 100;
/** A server that never answers a short page would keep us asking for ever. */
const MOST_PAGES = 1000;

/**
 * Lists jobs. Names are compared here and not by the API's `filter`, whose syntax no source gives for a name with
 * quotes. Rejects with ApiError.
 */
export async function listJobs(
  session: Pick<Session, 'connection' | 'send'>,
  query: JobQuery,
  signal: AbortSignal,
): Promise<JobSummary[]> {
  const found = new Map<JobId, JobSummary>();
  // Every known caller names the operating system; what an answer without it would hold is not documented.
  for (const platform of ['Windows', 'Linux'])
    for (let page = query.page ?? 0; page < MOST_PAGES; page++) {
      const jobs = await onePage(session, platform, page, signal);
      for (const job of jobs) if (query.name === undefined || job.name === query.name) found.set(job.id, job);
      if (query.page !== undefined || jobs.length < PAGE_SIZE) break;
    }
  return [...found.values()];
}

async function onePage(
  session: Pick<Session, 'connection' | 'send'>,
  platform: string,
  page: number,
  signal: AbortSignal,
): Promise<JobSummary[]> {
  const path = `/pm/v1/deploymentjobs/summary?pageNumber=${page}&pageSize=${PAGE_SIZE}&platform=${platform}`;
  const response = await session.send({ method: 'GET', path, what: 'the list of jobs' }, signal);
  const value = jsonOf(response, session);
  if (!Array.isArray(value)) throw notUnderstood(response, session);
  return value.flatMap((entry) => summaryOf(entry));
}

function summaryOf(entry: Json): JobSummary[] {
  if (!isObject(entry) || typeof entry.id !== 'string' || typeof entry.name !== 'string') return [];
  const summary: JobSummary = { id: entry.id, name: entry.name };
  for (const key of ['platform', 'type', 'status', 'scheduleType', 'customerId'] as const) {
    const value = entry[key];
    if (typeof value === 'string') summary[key] = value;
  }
  return [summary];
}
