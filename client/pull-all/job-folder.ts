import { join, posix } from 'node:path';
import * as vscode from 'vscode';
import { namesBelow } from '../../api/disk/true-path.ts';
import type { StateStore } from '../../api/link/store.ts';
import type { JobFolder } from '../../api/pull-all/plan-pull-all.ts';
import { stateOf } from '../push/job-file.ts';
import { workspacePaths } from '../workspace-folder.ts';

/** A folder for jobs, with the `.pmjob/` that it belongs to. */
export interface OpenJobFolder {
  folder: JobFolder;
  state: StateStore;
  /** A file's path as the person knows it. */
  show(path: string): string;
}

export async function openJobFolder(folder: vscode.Uri): Promise<OpenJobFolder> {
  const { root, path, state } = await stateOf(vscode.Uri.joinPath(folder, 'any.pmjob.json'));
  const nameOf = await namesBelow([folder.fsPath, ...workspacePaths()]);
  const at = (file: string) => vscode.Uri.file(nameOf(join(root, ...file.split('/'))));
  const own = posix.dirname(path);
  return {
    state,
    show: (file) => vscode.workspace.asRelativePath(at(file)),
    folder: {
      path: own === '.' ? '' : own,
      async list() {
        const pattern = new vscode.RelativePattern(folder, '**/*.pmjob.json');
        const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.git,.pmjob}/**');
        const places = await Promise.all(found.map(stateOf));
        // A folder within it may have a `.pmjob/` of its own, and a link may lead out of it.
        return [...new Set(places.filter((place) => place.root === root).map((place) => place.path))];
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
