import { lstat, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StateStore } from '../link/store.ts';
import { StateError } from '../state-error.ts';
import { removeStaleTemporaries, temporaryFor } from './temporary-file.ts';

/**
 * The files of one `.pmjob` folder; `root` is that folder. What is written is whole or not there at all; what a killed write has
 * left goes with the next write into its folder. Errors are Node's own, but for a file that stands where a folder belongs:
 * it is named by a StateError.
 */
export function fileStore(root: string): StateStore {
  const at = (path: string): string => join(root, ...path.split('/'));
  const makeFolderOf = (path: string) => clearly(root, path, mkdir(dirname(at(path)), { recursive: true }));
  const tidied = new Set<string>();
  async function finish(target: string): Promise<void> {
    const folder = dirname(target);
    await syncFolder(folder);
    if (tidied.has(folder)) return;
    tidied.add(folder);
    await removeStaleTemporaries(target);
  }
  return {
    read: (path) => clearly(root, path, orUndefined(readFile(at(path), 'utf8'))),
    async write(path, text, options) {
      const target = at(path);
      const temporary = temporaryFor(target);
      await makeFolderOf(path);
      try {
        await writeSynced(temporary, 'wx', text, options?.secret ? 0o600 : 0o644);
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await finish(target);
    },
    async createExclusively(path, text) {
      const target = at(path);
      await makeFolderOf(path);
      try {
        await writeSynced(target, 'wx', text, 0o600);
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false;
        throw error;
      }
      await finish(target);
      return true;
    },
    async append(path, line) {
      const target = at(path);
      await makeFolderOf(path);
      await writeSynced(target, 'a', (await endsWithBreak(target)) ? line : `\n${line}`, 0o600);
    },
    async remove(path) {
      await rm(at(path), { force: true });
      await syncFolder(dirname(at(path)));
    },
    list: async (folder) => (await clearly(root, `${folder}/`, orUndefined(readdir(at(folder))))) ?? [],
    // What cannot be looked at is not gone.
    hasJobFile: async (path) => (await orUndefined(lstat(join(dirname(root), ...path.split('/'))))) !== undefined,
  };
}

/** Names the file that keeps a folder of ours from being there. */
async function clearly<T>(root: string, path: string, doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    if (codeOf(error) !== 'ENOTDIR' && codeOf(error) !== 'EEXIST') throw error;
    const folders = path.split('/').map((_, index, parts) => parts.slice(0, index));
    for (const parts of folders) {
      const isFile = await stat(join(root, ...parts)).then(
        (found) => !found.isDirectory(),
        () => false,
      );
      if (isFile)
        throw new StateError({ kind: 'state-not-written', path: ['.pmjob', ...parts].join('/'), cause: 'ENOTDIR' });
    }
    throw error;
  }
}

async function writeSynced(path: string, flags: 'wx' | 'a', text: string, mode: number): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A line that was cut off by a crash must not swallow the next one. */
async function endsWithBreak(path: string): Promise<boolean> {
  const file = await orUndefined(open(path, 'r'));
  if (file === undefined) return true;
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    return size === 0 || buffer[0] === 0x0a;
  } finally {
    await file.close();
  }
}

/** A new name in a folder is safe only once the folder is; Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await orUndefined(open(path, 'r'));
  try {
    await folder?.sync();
  } finally {
    await folder?.close();
  }
}

async function orUndefined<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
