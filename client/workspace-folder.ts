import * as vscode from 'vscode';
import { Stopped } from './stopped.ts';

/** The path of the folder that a command is about: that of the resource, else of the active editor, else the first. */
export function workspaceFolder(resource: vscode.Uri | undefined): string {
  const near = resource ?? vscode.window.activeTextEditor?.document.uri;
  const folder = (near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Stopped(vscode.l10n.t('Open a folder first: jobs are files in it.'));
  return folder.uri.fsPath;
}

/** The paths of the folders that are open, as the person has opened them. */
export function workspacePaths(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}
