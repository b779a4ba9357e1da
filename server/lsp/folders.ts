import type { Disk } from './disk.ts';

const SCHEME = 'file://';

/** The folder of a file; its address has no slash at its end, that of the root is `file://`. Undefined for what is on no disk. */
export function folderOf(file: string): string | undefined {
  return file.startsWith(SCHEME) ? file.slice(0, file.lastIndexOf('/')) : undefined;
}

/** A folder and those above it, the nearest first. */
function upwards(folder: string): string[] {
  const folders = [folder];
  for (let end = folder.lastIndexOf('/'); end >= SCHEME.length; end = folder.lastIndexOf('/', end - 1))
    folders.push(folder.slice(0, end));
  return folders;
}

/** The folder whose `.pmjob/` holds for a file, as the person reaches it: where the push engine looks, see `findStateRoot` in api/disk. */
export function holderOf(file: string, disk: Pick<Disk, 'exists' | 'trueAddress'>): string | undefined {
  return nearestFolder(file, disk, (above) => disk.exists(`${above}/.pmjob`));
}

/**
 * The nearest folder above the true address of a file that is wanted, as the person reaches it where that is one of the folders
 * above the file as they have opened it.
 */
export function nearestFolder(
  file: string,
  disk: Pick<Disk, 'trueAddress'>,
  isWanted: (folder: string) => boolean,
): string | undefined {
  const [folder, own] = [folderOf(disk.trueAddress(file)), folderOf(file)];
  const found = folder === undefined ? undefined : upwards(folder).find(isWanted);
  if (found === undefined || own === undefined) return found;
  return upwards(own).find((above) => isSameFolder(above, found, disk)) ?? found;
}

/** By whatever names they are reached. */
export function isSameFolder(one: string, other: string, disk: Pick<Disk, 'trueAddress'>): boolean {
  return plainAddress(disk.trueAddress(one)) === plainAddress(disk.trueAddress(other));
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
