import type { Range } from 'vscode-languageserver-types';
import type { JsonObject } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';
import { openDocument } from '../document/document.ts';
import { MAXIMUM_CHARACTERS } from '../document/limits.ts';
import type { Part } from '../document/range-of-place.ts';
import { summaryOf } from '../domain/job-summary.ts';
import type { Disk, Stamp } from './disk.ts';
import { plainAddress } from './folders.ts';
import { isSearched } from './searched-files.ts';

/**
 * Of a workspace with more folders, more job files or more in them, the uppermost are read. A file that is too large to be judged
 * is never read.
 */
const MAXIMUM_FOLDERS = 20_000;
const MAXIMUM_FILES = 2_000;
const MAXIMUM_BYTES = 64_000_000;

/** A job file as the disk has it: what other files may ask of it, and where that stands. */
export interface JobOnDisk {
  uri: string;
  value: JsonObject | undefined;
  /** Differs when `value` does. */
  digest: string;
  range(at: Pointer, part: Part): Range;
}

export interface JobsOnDisk {
  /** By their plain addresses; nothing before the first look. */
  readonly files: ReadonlyMap<string, JobOnDisk>;
  /** There are job files that are not among them. */
  readonly incomplete: boolean;
  /** Looks through folders; what has not been written since is not read again. Gives the addresses that now hold something else. */
  look(folders: readonly string[]): Promise<string[]>;
  /** Looks at some files again. */
  lookAt(uris: readonly string[]): Promise<string[]>;
}

interface KnownJob extends JobOnDisk {
  stamp: Stamp;
}

/** The job files of some folders; their texts are not kept. */
export function jobsOnDisk(disk: Disk): JobsOnDisk {
  const files = new Map<string, KnownJob>();
  let incomplete = true;

  /** Is something else there now? */
  async function take(uri: string, stamp: Stamp): Promise<boolean> {
    const address = plainAddress(uri);
    const last = files.get(address);
    if (last !== undefined && last.stamp.bytes === stamp.bytes && last.stamp.changed === stamp.changed) return false;
    const text = await disk.load(uri);
    const value = text === undefined ? undefined : summaryOf(openDocument(uri, 0, text).value);
    const digest = digestOf(value);
    const range = (at: Pointer, part: Part) => openDocument(uri, 0, disk.read(uri) ?? '').range(at, part);
    files.set(address, { uri, stamp, value, digest, range });
    return last?.digest !== digest;
  }

  async function look(folders: readonly string[]): Promise<string[]> {
    const changed: string[] = [];
    const found = new Set<string>();
    const room = { folders: MAXIMUM_FOLDERS, files: MAXIMUM_FILES, bytes: MAXIMUM_BYTES };
    let leftOut = false;
    for await (const uris of jobFilesIn(folders, disk)) {
      room.folders--;
      for (const uri of uris) {
        const stamp = found.has(plainAddress(uri)) ? undefined : await disk.stamp(uri);
        if (stamp === undefined) continue;
        if (stamp.bytes > MAXIMUM_CHARACTERS) {
          leftOut = true;
          continue;
        }
        room.files--;
        room.bytes -= stamp.bytes;
        if (isUsedUp(room)) break;
        found.add(plainAddress(uri));
        if (await take(uri, stamp)) changed.push(uri);
      }
      if (isUsedUp(room)) break;
    }
    for (const [address, { uri }] of files) if (!found.has(address) && files.delete(address)) changed.push(uri);
    incomplete = leftOut || isUsedUp(room);
    return changed;
  }

  async function lookAt(uris: readonly string[]): Promise<string[]> {
    const changed: string[] = [];
    for (const uri of uris.filter(isSearched)) {
      const stamp = await disk.stamp(uri);
      const isTaken = stamp !== undefined && stamp.bytes <= MAXIMUM_CHARACTERS;
      incomplete ||= stamp !== undefined && !isTaken;
      if (isTaken ? await take(uri, stamp) : files.delete(plainAddress(uri))) changed.push(uri);
    }
    return changed;
  }

  return {
    files,
    get incomplete() {
      return incomplete;
    },
    look,
    lookAt,
  };
}

/** A short text that differs when what other files may ask of a job does. */
export function digestOf(summary: JsonObject | undefined): string {
  return JSON.stringify(summary) ?? '';
}

function isUsedUp(room: { folders: number; files: number; bytes: number }): boolean {
  return room.folders < 0 || room.files < 0 || room.bytes < 0;
}

async function* jobFilesIn(folders: readonly string[], disk: Disk): AsyncGenerator<string[]> {
  for (const folder of folders) yield* disk.jobFiles(folder);
}
