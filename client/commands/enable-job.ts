import type { Uri } from 'vscode';
import { type InterveneParts, interveneJob } from '../intervene/intervene-job.ts';

/** Enables the job that a file is; an On-demand job starts at once. */
export async function enableJob(resource: Uri | undefined, parts: InterveneParts): Promise<void> {
  await interveneJob('enable', resource, parts);
}
