import type { Uri } from 'vscode';
import { type PushParts, pushJob } from '../push/push-job.ts';
import { deploySelected } from '../several/push-several.ts';

/**
 * Updates the job that a file is by its link or its id; a file without either makes a new one. Several selected files are
 * one plan and one question.
 */
export async function deploy(resource: Uri | undefined, selected: readonly Uri[], parts: PushParts): Promise<void> {
  if (selected.length > 1) await deploySelected(selected, parts);
  else await pushJob(resource, 'deploy', parts);
}
