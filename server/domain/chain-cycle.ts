import type { Facts } from '../facts.ts';
import { type KnownJob, knownJobs, linkedJobId } from './known-jobs.ts';

/**
 * The jobs, as files of the workspace have them, through which a job that is linked to `parent` leads back to itself,
 * in the order of the links; undefined where it does not. A job has one parent, so there is one way to go.
 */
export function wayBack(own: string, parent: string, { workspace }: Facts): KnownJob[] | undefined {
  const files = new Map<string, KnownJob>();
  for (const known of knownJobs({ ...(workspace && { workspace }) })) {
    if (!files.has(known.id)) files.set(known.id, known);
  }
  const way: KnownJob[] = [];
  const passed = new Set<string>();
  for (let id: string | undefined = parent; id !== own; ) {
    const job: KnownJob | undefined = id === undefined || passed.has(id) ? undefined : files.get(id);
    if (job === undefined) return undefined;
    passed.add(job.id);
    way.push(job);
    id = linkedJobId(job.value);
  }
  return way;
}
