import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { jobFilesBelow } from './find-job-files.ts';

/** What the server may look at beside the texts that the editor hands it. Addresses are URIs; nothing here throws. */
export interface Disk {
  exists(uri: string): boolean;
  /** The address of a file or folder, the same by whatever symbolic link it is reached, as `truePath` of api/disk says it. */
  trueAddress(uri: string): string;
  /** Undefined where there is nothing to be read. */
  read(uri: string): string | undefined;
  /** The same while the server goes on serving: for what may be large, or many. */
  load(uri: string): Promise<string | undefined>;
  /** Undefined where there is no file. */
  stamp(uri: string): Promise<Stamp | undefined>;
  /** The job files in a folder and below it, folder by folder. */
  jobFiles(folder: string): AsyncIterable<string[]>;
}

/** Differs once a file has been written. */
export interface Stamp {
  bytes: number;
  /** Milliseconds since 1970, with fractions. */
  changed: number;
}

export const nodeDisk: Disk = {
  exists: (uri) => attempt(() => existsSync(fileURLToPath(uri))) ?? false,
  trueAddress,
  read: (uri) => attempt(() => readFileSync(fileURLToPath(uri), 'utf8')),
  load: (uri) => attemptLater(async () => readFile(fileURLToPath(uri), 'utf8')),
  stamp: (uri) =>
    attemptLater(async () => {
      const found = await stat(fileURLToPath(uri));
      return found.isFile() ? { bytes: found.size, changed: found.mtimeMs } : undefined;
    }),
  async *jobFiles(folder) {
    const path = attempt(() => fileURLToPath(folder));
    if (path !== undefined) yield* jobFilesBelow(path, folder);
  },
};

/** What is not there yet lies in the true folder above it. */
function trueAddress(uri: string): string {
  const found = attempt(() => pathToFileURL(realpathSync.native(fileURLToPath(uri))).href);
  const end = uri.lastIndexOf('/');
  if (found !== undefined || end === -1) return (found ?? uri).replace(/\/$/, '');
  return `${trueAddress(uri.slice(0, end))}${uri.slice(end)}`;
}

/** An address of another kind, a file that is gone or may not be read: there is nothing. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

async function attemptLater<T>(look: () => Promise<T>): Promise<T | undefined> {
  return look().catch(() => undefined);
}
