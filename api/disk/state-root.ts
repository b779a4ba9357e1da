import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * The folder that holds, or will hold, the `.pmjob` folder of a job file: the nearest ancestor that has one, else the
 * root of the git repository, else the workspace folder, else the file's own folder. Absolute.
 */
export async function findStateRoot(file: string, workspaceFolder?: string): Promise<string> {
  const folders = ancestors(dirname(resolve(file)));
  for (const folder of folders) if (await isFolder(join(folder, '.pmjob'))) return folder;
  for (const folder of folders) if (await exists(join(folder, '.git'))) return folder;
  return workspaceFolder === undefined ? dirname(resolve(file)) : resolve(workspaceFolder);
}

function ancestors(folder: string): string[] {
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
