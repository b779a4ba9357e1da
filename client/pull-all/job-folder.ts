import { posix, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import type { StateStore } from '../../api/link/store.ts';
import type { JobFolder } from '../../api/pull-all/plan-pull-all.ts';
import { stateOf } from '../push/job-file.ts';

/** A folder for jobs, with the `.pmjob/` that it belongs to. */
export interface OpenJobFolder {
  folder: JobFolder;
  state: StateStore;
  /** A file's path as the person knows it. */
  show(path: string): string;
}

export async function openJobFolder(folder: vscode.Uri): Promise<OpenJobFolder> {
  const { root, path, state } = await stateOf(vscode.Uri.joinPath(folder, 'any.pmjob.json'));
  const at = (file: string) => vscode.Uri.joinPath(vscode.Uri.file(root), ...file.split('/'));
  const own = posix.dirname(path);
  return {
    state,
    show: (file) => vscode.workspace.asRelativePath(at(file)),
    folder: {
      path: own === '.' ? '' : own,
      async list() {
        const pattern = new vscode.RelativePattern(folder, '**/*.pmjob.json');
        const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.git,.pmjob}/**');
        // A folder within it may have a `.pmjob/` of its own.
        const roots = await Promise.all(found.map(async (file) => (await stateOf(file)).root));
        return found
          .filter((_, index) => roots[index] === root)
          .map((file) => relative(root, file.fsPath).split(sep).join('/'));
      },
      read: (file) => textOf(at(file)),
      write: async (file, text) => vscode.workspace.fs.writeFile(at(file), new TextEncoder().encode(text)),
      isUnsaved: (file) => isUnsaved(at(file)),
    },
  };
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

function isUnsaved(file: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(({ isDirty, uri }) => isDirty && uri.toString() === file.toString());
}
