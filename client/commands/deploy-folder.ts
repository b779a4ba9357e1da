import * as vscode from 'vscode';
import { stopWhenNotTrusted } from '../push/job-file.ts';
import type { PushParts } from '../push/push-job.ts';
import { deploySelected } from '../several/push-several.ts';
import { workspaceFolder } from '../workspace-folder.ts';

/** Brings every job file of a folder, and of those below it, to the platform. Asks which folder where none is selected. */
export async function deployFolder(
  resource: vscode.Uri | undefined,
  selected: readonly vscode.Uri[],
  parts: PushParts,
): Promise<void> {
  stopWhenNotTrusted();
  if (resource !== undefined) return deploySelected(selected.length > 0 ? selected : [resource], parts);
  const title = vscode.l10n.t('The job files of which folder?');
  const folder = await parts.dialogs.chooseFolder(title, workspaceFolder(resource));
  if (folder !== undefined) await deploySelected([vscode.Uri.file(folder)], parts);
}
