import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders that tools keep for themselves: what is in them is no job file of the workspace. */
const NEVER_SEARCHED = new Set(['node_modules', '.git', '.pmjob']);

/**
 * The addresses of the job files in a folder and below it, in the order of their names. Walked as far as the caller goes on
 * asking, so that a limit ends the search; no symbolic link is followed, and what cannot be read is passed over.
 */
export async function* jobFilesBelow(folder: string): AsyncGenerator<string> {
  if (folder.startsWith('file:')) yield* walk(fileURLToPath(folder), folder);
}

async function* walk(path: string, uri: string): AsyncGenerator<string> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const at = `${uri}/${encodeURIComponent(entry.name)}`;
    if (entry.isFile() && isJobFile(entry.name)) yield at;
    else if (entry.isDirectory() && !NEVER_SEARCHED.has(entry.name)) yield* walk(join(path, entry.name), at);
  }
}

/** Would the search find it? */
export function isSearched(uri: string): boolean {
  return isJobFile(uri) && !uri.split('/').some((name) => NEVER_SEARCHED.has(name));
}

function isJobFile(name: string): boolean {
  return name.endsWith('.pmjob.json');
}
