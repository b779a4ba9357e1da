import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { removeStaleTemporaries, temporaryFor } from '../../api/disk/temporary-file.ts';
import { truePath } from '../../api/disk/true-path.ts';
import type { Environment } from '../environment.ts';
import { bytesIfThere } from './read.ts';

/** What a file held when it was read, undefined where there was none, and what it is to hold. */
interface Replacement {
  read: Uint8Array | undefined;
  written: Uint8Array;
}

/**
 * Puts other bytes into a file that was read, or makes one where none was, as `putInPlace` does. A sentence where that did
 * not go, and the file was left as it is.
 */
export async function replaceFile(
  path: string,
  replacement: Replacement,
  environment: Environment,
): Promise<string | undefined> {
  try {
    const isDone = await putInPlace(resolve(environment.workingFolder, path), replacement);
    return isDone ? undefined : `${path}: it was changed meanwhile, and left as it is.`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
    return replacement.read === undefined
      ? `${path}: this file cannot be made (${code}). Check the rights of its folder and the space on the disk.`
      : `${path}: this file cannot be written (${code}), and was left as it is. Check its rights, those of its folder, and the space on the disk.`;
  }
}

/**
 * Writes a file whole or not at all: a temporary file beside it, synced, renamed, with the mode of the first one. A link
 * stays a link, also to a file that is not there yet. False when the file holds something else than was read, and is left as it
 * is. Errors are Node's own.
 */
export async function putInPlace(path: string, { read, written }: Replacement): Promise<boolean> {
  const target = await truePath(path);
  if (read === undefined) await mkdir(dirname(target), { recursive: true });
  else await access(target, constants.W_OK);
  const temporary = temporaryFor(target);
  try {
    if (read === undefined) await writeNew(temporary, written);
    else await writeLike(target, temporary, written);
    if (!(await holds(target, read))) return false;
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(target));
  await removeStaleTemporaries(target, `${basename(target)}.`);
  return true;
}

async function holds(path: string, read: Uint8Array | undefined): Promise<boolean> {
  const now = await bytesIfThere(path);
  return now === undefined || read === undefined ? now === read : now.equals(read);
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
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
