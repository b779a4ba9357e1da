import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that tools keep for themselves: what is in them is no job file of the workspace. */
const NEVER_SEARCHED = new Set(['node_modules', '.git', '.pmjob']);

/**
 * The addresses of the job files in a folder and below it, folder by folder, the upper ones first. Walked as far as the caller
 * goes on asking, so that a limit ends the search; no symbolic link is followed, and what cannot be read is passed over.
 */
export async function* jobFilesBelow(path: string, uri: string): AsyncGenerator<string[]> {
  const folders = [{ path, uri }];
  for (const folder of folders) {
    const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => []);
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    const found: string[] = [];
    for (const entry of entries) {
      const at = `${folder.uri}/${encodeURIComponent(entry.name)}`;
      if (entry.isFile() && isJobFile(entry.name)) found.push(at);
      else if (entry.isDirectory() && !NEVER_SEARCHED.has(entry.name))
        folders.push({ path: join(folder.path, entry.name), uri: at });
    }
    yield found;
  }
}

/** Would the search find it? */
export function isSearched(uri: string): boolean {
  return isJobFile(uri) && !uri.split('/').some((name) => NEVER_SEARCHED.has(name));
}

function isJobFile(name: string): boolean {
  return name.endsWith('.pmjob.json');
}
