import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { MAXIMUM_CHARACTERS } from '../../server/document/limits.ts';
import type { Environment } from '../environment.ts';
import { STANDARD_INPUT } from './find.ts';

/** The bytes of a file, or a sentence that says why there are none. */
export type ReadFile = { path: string; bytes: Uint8Array } | { path: string; problem: string };

export async function readNamedFile(path: string, environment: Environment): Promise<ReadFile> {
  try {
    const bytes =
      path === STANDARD_INPUT
        ? await bytesOf(environment.input)
        : await bytesOf(createReadStream(resolve(environment.workingFolder, path)));
    return { path, bytes };
  } catch (error) {
    return { path, problem: `${path}: ${sayReadError(error)}` };
  }
}

/** The bytes of a file, undefined when there is none. Errors are Node's own. */
export async function bytesIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await bytesOf(createReadStream(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A character has three bytes at most, and so has the mark that a file may begin with. */
const MAXIMUM_BYTES = 3 * MAXIMUM_CHARACTERS + 3;

/** Rejects with `EFBIG` where there is more than any job file has, without reading it to its end. */
async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAXIMUM_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
  }
  return Buffer.concat(chunks);
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
    case 'EFBIG':
      return `this is too large for a job file, which has ${MAXIMUM_CHARACTERS.toLocaleString('en')} characters at most.`;
    default:
      return `this file cannot be read (${code ?? 'no reason given'}).`;
  }
}
