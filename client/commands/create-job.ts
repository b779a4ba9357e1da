import type { Uri } from 'vscode';
import { type PushParts, pushJob } from '../push/push-job.ts';

/** Makes a new job of a file. A file that has a job here already asks first. */
export async function createJob(resource: Uri | undefined, parts: PushParts): Promise<void> {
  await pushJob(resource, 'create', parts);
}
