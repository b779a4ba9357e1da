import { readFile } from 'node:fs/promises';
import { sayReadError } from '../files/read.ts';
import { UsageError } from '../usage-error.ts';

/** The value of a JSON file in a person's configuration folder; undefined where there is none. Throws UsageError, naming it. */
export async function readConfigurationFile(path: string): Promise<unknown> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`${path}: this is not JSON.`);
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw new UsageError(`${path}: ${sayReadError(error)}`);
  }
}
