import type { Json, JsonObject } from '../../schemas/json.ts';
import { answeredActions } from './actions.ts';
import { linkedToJob } from './chain.ts';
import type { StoredJob } from './fields.ts';

/** What an answer takes from the other jobs: a job by its id, and how many jobs name it as their parent. */
export interface OtherJobs {
  find(id: string): StoredJob | undefined;
  countChildren(id: string): number;
}

/** The whole job as POST, PATCH and GET answer it: 72 fields, addresses for scripts, the chain inside `linkedToJob`. */
export function answeredJob(job: StoredJob, others: OtherJobs): JsonObject {
  return Object.fromEntries(
    Object.entries(job).map(([name, value]): [string, Json] => {
      if (name === 'chainedJobRule') return ['linkedToJob', parentOf(job, others)];
      if (name === 'preDeployActions' || name === 'postDeployActions') {
        return [name, answeredActions(value, String(job.customerId))];
      }
      return [name, value];
    }),
  );
}

function parentOf(job: StoredJob, others: OtherJobs): Json {
  const parentId = String(job.linkedJobId ?? '');
  return linkedToJob(job, others.find(parentId), others.countChildren(parentId));
}
