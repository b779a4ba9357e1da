import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';

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
  /** From 0; all pages when left out. */
  page?: number;
}

export async function listJobs(session: Session, _query: JobQuery, _signal: AbortSignal): Promise<JobSummary[]> {
  throw new Error(`no list from ${session.connection.name} yet`);
}
