import type { Uri } from 'vscode';
import { type InterveneParts, interveneJob } from '../intervene/intervene-job.ts';

/** Disables the job that a file is. */
export async function disableJob(resource: Uri | undefined, parts: InterveneParts): Promise<void> {
  await interveneJob('disable', resource, parts);
}
