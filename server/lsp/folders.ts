import type { Disk } from './disk.ts';

const SCHEME = 'file://';

/** The folder of a file; its address has no slash at its end, that of the root is `file://`. Undefined for what is on no disk. */
export function folderOf(file: string): string | undefined {
  return file.startsWith(SCHEME) ? file.slice(0, file.lastIndexOf('/')) : undefined;
}

/** A folder and those above it, the nearest first. */
export function upwards(folder: string): string[] {
  const folders = [folder];
  for (let end = folder.lastIndexOf('/'); end >= SCHEME.length; end = folder.lastIndexOf('/', end - 1))
    folders.push(folder.slice(0, end));
  return folders;
}

/**
 * The folder whose `.pmjob/` holds for what is in `folder`: looked for where the push engine looks for it, see `findStateRoot` in
 * api/disk.
 */
export function holderOf(folder: string, disk: Pick<Disk, 'exists'>): string | undefined {
  return upwards(folder).find((above) => disk.exists(`${above}/.pmjob`));
}

/** What stands before the first colon of an address. */
export function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':'));
}

/** The same text for the same file, however its address is escaped. */
export function plainAddress(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
