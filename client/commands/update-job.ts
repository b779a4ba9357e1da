import type { Uri } from 'vscode';
import { type PushParts, pushJob } from '../push/push-job.ts';

/** Changes the job that a file is. A file without a link and without an id asks which job. */
export async function updateJob(resource: Uri | undefined, parts: PushParts): Promise<void> {
  await pushJob(resource, 'update', parts);
}
