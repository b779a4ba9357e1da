import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Environment } from '../environment.ts';
import { STANDARD_INPUT } from './find.ts';

/** The bytes of a file, or a sentence that says why there are none. */
export type ReadFile = { path: string; bytes: Uint8Array } | { path: string; problem: string };

export async function readNamedFile(path: string, environment: Environment): Promise<ReadFile> {
  try {
    const bytes =
      path === STANDARD_INPUT
        ? await buffer(environment.input)
        : await readFile(resolve(environment.workingFolder, path));
    return { path, bytes };
  } catch (error) {
    return { path, problem: `${path}: ${sayReadError(error)}` };
  }
}

/** The bytes of a file, undefined when there is none. Errors are Node's own. */
export async function bytesIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Why a file could not be read, as a sentence. */
export function sayReadError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file.';
    case 'EACCES':
    case 'EPERM':
      return 'this file may not be read by you.';
    case 'EISDIR':
      return 'this is a folder, not a file.';
    default:
      return `this file cannot be read (${code ?? 'no reason given'}).`;
  }
}
