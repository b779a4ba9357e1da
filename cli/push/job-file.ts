import { resolve } from 'node:path';
import { placeOfFile } from '../../api/disk/state-root.ts';
import { truePath } from '../../api/disk/true-path.ts';
import type { Place } from '../../api/link/move-links.ts';
import type { StateStore } from '../../api/link/store.ts';
import type { RuleSettings } from '../../server/settings/rule-settings.ts';
import type { Environment } from '../environment.ts';
import { factsReader, type JudgeWithFacts } from '../files/facts.ts';
import { findFiles, STANDARD_INPUT } from '../files/find.ts';
import { readNamedFile } from '../files/read.ts';
import { settingsReader } from '../files/settings.ts';
import { printable, printablePath } from '../printable.ts';
import { UsageError } from '../usage-error.ts';

/** A job file that was named on the command line and read. */
export interface NamedJobFile {
  /** As the person wrote it. */
  named: string;
  /** Its address on the disk, the same by whatever name it is reached. */
  identity: string;
  bytes: Uint8Array;
  /** Stands in for what lies in `.pmjob/`, where a look has merged and nothing may be written. */
  state?: StateStore;
  /** What the file's folder says of the rules. */
  settings: RuleSettings;
  /** Judges it with what is known beside it. */
  judge: JudgeWithFacts;
}

/**
 * Reads every file before anything is sent to a platform, each once. Throws UsageError when one cannot be read.
 */
export async function readJobFiles(named: readonly string[], environment: Environment): Promise<NamedJobFile[]> {
  const found = await findFiles(named, environment.workingFolder);
  if (found.files.includes(STANDARD_INPUT))
    throw new UsageError('Standard input (-) cannot be pushed: it has no name to remember the job by. Write a file.');
  const read = await Promise.all(found.files.map((path) => readNamedFile(path, environment)));
  for (const { name, files } of found.searched) environment.notes.print(printable(sayFound(name, files)));
  const problems = [...found.problems, ...read.flatMap((file) => ('problem' in file ? [file.problem] : []))];
  if (problems.length > 0) throw new UsageError(`${problems.join('\n')}\nNothing was sent.`);
  const settingsOf = settingsReader(environment);
  const factsOf = factsReader(environment);
  const files = read.flatMap((file) => ('bytes' in file ? [file] : []));
  return Promise.all(
    files.map(async ({ path, bytes }) => ({
      named: path,
      identity: await truePath(resolve(environment.workingFolder, path)),
      bytes,
      settings: await settingsOf(path),
      judge: await factsOf(path),
    })),
  );
}

/** Files of a folder that are named before they are counted. */
const LISTED = 20;

/** Said before anything is sent, so that nobody pushes a folder without knowing what is in it. */
function sayFound(name: string, files: readonly string[]): string {
  const more = files.length > LISTED ? [`  … and ${files.length - LISTED} more`] : [];
  const shown = files.slice(0, LISTED).map((file) => `  ${printablePath(file)}`);
  return [`${name}: ${files.length === 1 ? '1 file' : `${files.length} files`}`, ...shown, ...more].join('\n');
}

/** The place of a file by the name that a person gave it. */
export function placeOf(named: string, environment: Environment): Promise<Place> {
  return placeOfFile(resolve(environment.workingFolder, named));
}

/** The text of a file that is UTF-8, else undefined. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
