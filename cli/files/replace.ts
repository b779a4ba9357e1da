import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Environment } from '../environment.ts';

/**
 * Puts other bytes into a file that was read, whole or not at all: a temporary file beside it, synced, renamed, with the
 * mode of the first one. A link stays a link. A sentence where that did not go, and the file was left as it is.
 */
export async function replaceFile(
  path: string,
  { read, written }: { read: Uint8Array; written: Uint8Array },
  environment: Environment,
): Promise<string | undefined> {
  try {
    const target = await realpath(resolve(environment.workingFolder, path));
    await access(target, constants.W_OK);
    const temporary = `${target}.${randomUUID()}.tmp`;
    try {
      await writeLike(target, temporary, written);
      if (!(await readFile(target)).equals(read)) return `${path}: it was changed meanwhile, and left as it is.`;
      await rename(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
    await syncFolder(dirname(target));
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
    return `${path}: this file cannot be written (${code}). It was left as it is.`;
  }
}

async function writeLike(target: string, temporary: string, bytes: Uint8Array): Promise<void> {
  const { mode, uid, gid } = await stat(target);
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await keepOwner(file, uid, gid);
    await file.chmod(mode & 0o7777);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Only root may give a file away; for anybody else it is theirs already, or becomes so. */
async function keepOwner(file: FileHandle, uid: number, gid: number): Promise<void> {
  const own = await file.stat();
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => undefined);
}

/** A new name in a folder is safe only once the folder is; Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
