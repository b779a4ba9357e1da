import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * The path of a file or folder, the same by whatever symbolic link it is reached. What is not there yet lies in the true path of
 * the nearest folder that is; a link to it counts. Absolute. Other errors are Node's own.
 */
export async function truePath(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch (error) {
    if (!isAbsent(error) || dirname(absolute) === absolute) throw error;
  }
  const folder = await truePath(dirname(absolute));
  const own = join(folder, basename(absolute));
  const meant = await readlink(own).catch(() => undefined);
  return meant === undefined ? own : truePath(resolve(folder, meant));
}

/**
 * Says true paths as a person does who reaches these folders by names of their own: below the first of them that holds it. A path
 * that is in none stays.
 */
export async function namesBelow(folders: readonly string[]): Promise<(path: string) => string> {
  const known = await Promise.all(folders.map(async (name) => ({ name, path: await truePath(name) })));
  return (path) => {
    const folder = known.find((one) => holds(one.path, path));
    return folder === undefined ? path : join(folder.name, relative(folder.path, path));
  };
}

/** Is a path that of a folder, or below it? */
function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
