import { customerIdOf } from '../job/customer-id.ts';
import type { Session } from '../session.ts';
import { listJobs } from './list-jobs.ts';
import { readJob } from './read-job.ts';

/**
 * The subscription's customerId as any job tells it; undefined when there is no job. The list's summaries may leave it
 * out, a whole job has it.
 */
export async function findCustomer(
  session: Pick<Session, 'connection' | 'send'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const [first] = await listJobs(session, { page: 0 }, signal);
  if (first === undefined) return undefined;
  return (
    customerIdOf({ customerId: first.customerId ?? null }) ?? customerIdOf(await readJob(session, first.id, signal))
  );
}
