import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { until } from './until.ts';

export function pathOf(name: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  return join(folder.uri.fsPath, name);
}

/**
 * Makes folders, one below the other, each once the editor has seen the one above it: a folder that comes along with the one
 * above it may never be watched.
 */
export async function watchedFolder(...names: string[]): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, true);
  try {
    const seen = new Set<string>();
    watcher.onDidCreate(({ fsPath }) => seen.add(fsPath));
    for (let depth = 1; depth <= names.length; depth++) {
      const path = pathOf(names.slice(0, depth).join('/'));
      await mkdir(path);
      await until(`sight of ${path}`, () => seen.has(path));
    }
  } finally {
    watcher.dispose();
  }
}

/** A job file of its own for one test: patch-night with that name of the job, and other texts replaced. */
export async function jobFile(jobName: string, replaced: Record<string, string> = {}): Promise<vscode.Uri> {
  const source = await readFile(pathOf('patch-night.pmjob.json'), 'utf8');
  const text = Object.entries({ '"Patch night"': JSON.stringify(jobName), ...replaced }).reduce(
    (now, [from, to]) => now.replace(from, to),
    source,
  );
  const path = pathOf(`${jobName.toLowerCase().replaceAll(' ', '-')}.pmjob.json`);
  await writeFile(path, text);
  return vscode.Uri.file(path);
}

/** Replaces a text in an open document, as typing does: the file is not saved. */
export async function edit(file: vscode.Uri, from: string, to: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const start = document.getText().indexOf(from);
  if (start === -1) throw new Error(`${file.fsPath} does not hold ${from}`);
  const change = new vscode.WorkspaceEdit();
  change.replace(file, new vscode.Range(document.positionAt(start), document.positionAt(start + from.length)), to);
  await vscode.workspace.applyEdit(change);
}

/**
 * Has the editor close the document of a file that it does not show, as it does by itself after some minutes, and lets another
 * program write another text.
 */
export async function changeElsewhere(file: vscode.Uri, from: string, to: string): Promise<void> {
  const text = await readFile(file.fsPath, 'utf8');
  if (!text.includes(from)) throw new Error(`${file.fsPath} does not hold ${from}`);
  const document = await vscode.workspace.openTextDocument(file);
  const removal = new vscode.WorkspaceEdit();
  removal.deleteFile(file);
  await vscode.workspace.applyEdit(removal);
  await until('a closed document', () => document.isClosed);
  await writeFile(file.fsPath, text.replace(from, to));
}
