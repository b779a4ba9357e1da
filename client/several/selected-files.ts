import * as vscode from 'vscode';
import { truePath } from '../../api/disk/true-path.ts';
import { Stopped } from '../stopped.ts';

const ENDING = '.pmjob.json';

const NEVER_SEARCHED = '**/{node_modules,.git,.pmjob}/**';

/**
 * The job files among what is selected, and those in the selected folders, each once by whatever symbolic link it is reached,
 * folders in the order of their names.
 */
export async function selectedJobFiles(selected: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const found = (await Promise.all(selected.map(jobFilesOf))).flat();
  const keys = await Promise.all(
    found.map((file) => (file.scheme === 'file' ? truePath(file.fsPath) : file.toString())),
  );
  const files = found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
  if (files.length === 0) throw new Stopped(vscode.l10n.t('There is no job file (*.pmjob.json) in what is selected.'));
  return files;
}

async function jobFilesOf(resource: vscode.Uri): Promise<vscode.Uri[]> {
  const { type } = await vscode.workspace.fs.stat(resource);
  if ((type & vscode.FileType.Directory) === 0) return resource.path.endsWith(ENDING) ? [resource] : [];
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(resource, `**/*${ENDING}`), NEVER_SEARCHED);
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}
