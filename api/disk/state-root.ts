import { stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Place } from '../link/move-links.ts';
import { fileStore } from './file-store.ts';
import { truePath } from './true-path.ts';

/**
 * Where a job file's links, bases and history are, and what the file is called there: one place for each file, by whatever
 * symbolic link it is reached. The file need not be there.
 */
export async function placeOfFile(file: string, workspaceFolders: readonly string[] = []): Promise<Place> {
  const path = await truePath(file);
  const root = await findStateRoot(path, workspaceFolders);
  return { root, path: relative(root, path).split(sep).join('/'), state: fileStore(join(root, '.pmjob')) };
}

/**
 * The folder that holds, or will hold, the `.pmjob` folder of a job file: the nearest ancestor of its true path that has one, else
 * the root of the git repository, else the workspace folder that it is in, else the file's own folder. A true path itself.
 */
export async function findStateRoot(file: string, workspaceFolders: readonly string[] = []): Promise<string> {
  const folders = ancestors(dirname(await truePath(file)));
  const [own] = folders;
  for (const folder of folders) if (await isFolder(join(folder, '.pmjob'))) return folder;
  for (const folder of folders) if (await exists(join(folder, '.git'))) return folder;
  const workspaces = await Promise.all(workspaceFolders.map(truePath));
  return folders.find((folder) => workspaces.includes(folder)) ?? own;
}

function ancestors(folder: string): [string, ...string[]] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** In a worktree, `.git` is a file. */
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
