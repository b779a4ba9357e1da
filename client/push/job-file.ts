import * as vscode from 'vscode';
import { placeOfFile } from '../../api/disk/state-root.ts';
import type { Place } from '../../api/link/move-links.ts';
import { Stopped } from '../stopped.ts';
import { workspacePaths } from '../workspace-folder.ts';

/** A job file as the person sees it, with the state that belongs to it. */
export interface OpenJobFile extends Place {
  document: vscode.TextDocument;
}

/** Opens the file that a command is about: the menu's, else the active editor's. */
export async function openJobFile(resource: vscode.Uri | undefined): Promise<OpenJobFile> {
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) throw new Stopped(vscode.l10n.t('Open a job file (*.pmjob.json) first.'));
  const document = await onDisk(await vscode.workspace.openTextDocument(uri));
  if (document.languageId !== 'pmjob' && !document.fileName.endsWith('.pmjob.json'))
    throw new Stopped(vscode.l10n.t('{0} is not a job file. Its name must end in .pmjob.json.', document.fileName));
  await stopWhenNotUtf8(document);
  return { document, ...(await stateOf(document.uri)) };
}

/**
 * The file with its document of now: the editor closes a document that nobody looks at, and what it has opened since is another.
 * Stops when the file is no longer there.
 */
export async function atPresent(file: OpenJobFile): Promise<OpenJobFile> {
  return { ...file, document: await presentDocument(file.document) };
}

/** What a file that was opened some time ago is now, saved or not. Stops when it is no longer there. */
export async function presentDocument(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  if (!document.isClosed) return document;
  try {
    return await vscode.workspace.openTextDocument(document.uri);
  } catch {
    throw new Stopped(
      vscode.l10n.t('{0} was renamed or deleted meanwhile, so nothing more was done with it.', document.fileName),
    );
  }
}

/** Where links and bases of a file are kept, and the file's name there. The file itself need not exist yet. */
export function stateOf(file: vscode.Uri): Promise<Place> {
  return placeOfFile(file.fsPath, workspacePaths());
}

/** Stops in a folder that the person does not trust: nothing is sent from there. */
export function stopWhenNotTrusted(): void {
  if (!vscode.workspace.isTrusted)
    throw new Stopped(vscode.l10n.t('This folder is not trusted, so nothing is sent from it. Trust it first.'));
}

async function onDisk(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  if (document.isUntitled) {
    const saved = await vscode.workspace.saveAs(document.uri);
    if (saved === undefined) throw new vscode.CancellationError();
    return vscode.workspace.openTextDocument(saved);
  }
  if (document.uri.scheme === 'file') return document;
  throw new Stopped(vscode.l10n.t('Only a file on a disk can be sent: its link to the job is kept beside it.'));
}

async function stopWhenNotUtf8(document: vscode.TextDocument): Promise<void> {
  if (document.isDirty || document.encoding !== 'utf8') return;
  const bytes = await vscode.workspace.fs.readFile(document.uri);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Stopped(
      vscode.l10n.t('{0} holds bytes that are no UTF-8. Save it with that encoding first.', document.fileName),
    );
  }
}
