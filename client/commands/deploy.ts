import type { Uri } from 'vscode';
import { type PushParts, pushJob } from '../push/push-job.ts';

/** Updates the job that a file is by its link or its id; a file without either makes a new one. */
export async function deploy(resource: Uri | undefined, parts: PushParts): Promise<void> {
  await pushJob(resource, 'deploy', parts);
}
