import { jobOfText } from '../job/job-of-text.ts';
import { readLinks } from '../link/links.ts';
import type { StateStore } from '../link/store.ts';
import type { JobFile } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';
import { chooseJob } from './choose-job.ts';

/**
 * The job that a file is on a platform, as an update would choose it: by its link, else by the id in it. Undefined when neither
 * says so, or they say different things. Rejects with ApiError or StateError.
 */
export async function jobOfFile(
  file: JobFile,
  { session, state }: { session: Session; state: StateStore },
  signal: AbortSignal,
): Promise<JobId | undefined> {
  const [target, links] = [await session.target(signal), await readLinks(state)];
  const request = { file, wanted: 'update', createNew: false, allowErrors: false } as const;
  const choice = chooseJob(request, jobOfText(file.text) ?? {}, { target, links, gone: new Set() });
  return choice.kind === 'update' ? choice.job.id : undefined;
}
