import type { Uri } from 'vscode';
import { type InterveneParts, interveneJob } from '../intervene/intervene-job.ts';

/** Deletes the job that a file is from the platform; the file stays. */
export async function deleteJob(resource: Uri | undefined, parts: InterveneParts): Promise<void> {
  await interveneJob('delete', resource, parts);
}
