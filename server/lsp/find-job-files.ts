import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isJobFile, isSearchedFolder } from './searched-files.ts';

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
      else if (entry.isDirectory() && isSearchedFolder(entry.name))
        folders.push({ path: join(folder.path, entry.name), uri: at });
    }
    yield found;
  }
}
