import type { Facts } from '../../server/facts.ts';
import { decoded, fixText } from '../../server/judge.ts';
import type { RuleSettings } from '../../server/settings/rule-settings.ts';
import type { Environment } from '../environment.ts';
import { printable } from '../printable.ts';
import { factsReader } from './facts.ts';
import { STANDARD_INPUT } from './find.ts';
import { replaceFile } from './replace.ts';
import { settingsReader } from './settings.ts';

/** A file by the name that a person gave it, and what is in it. */
export interface NamedBytes {
  path: string;
  bytes: Uint8Array;
}

/**
 * Makes all safe fixes in files that were read, writes those that differ, and tells how many there were in each; standard
 * input goes to the result, fixed or not. Gives the files as they are now, and a sentence for each that could not be written.
 */
export async function fixFiles(
  files: readonly NamedBytes[],
  environment: Environment,
): Promise<{ files: NamedBytes[]; problems: string[] }> {
  const settingsOf = settingsReader(environment);
  const factsOf = factsReader(environment);
  const present: NamedBytes[] = [];
  const problems: string[] = [];
  for (const { path, bytes } of files) {
    const settings = await settingsOf(path);
    const judge = await factsOf(path);
    const fixed = await judge((facts) => fixBytes(path, bytes, settings, facts));
    const problem = await put(path, bytes, fixed.bytes, environment);
    if (problem !== undefined) problems.push(problem);
    else if (fixed.fixes > 0)
      environment.notes.print(`${printable(path)}: ${fixed.fixes === 1 ? '1 fix' : `${fixed.fixes} fixes`} made.`);
    present.push({ path, bytes: problem === undefined ? fixed.bytes : bytes });
  }
  return { files: present, problems };
}

async function put(
  path: string,
  read: Uint8Array,
  written: Uint8Array,
  environment: Environment,
): Promise<string | undefined> {
  if (path !== STANDARD_INPUT) return written === read ? undefined : replaceFile(path, { read, written }, environment);
  environment.result.stream.write(written);
  return undefined;
}

/** The same bytes where there is nothing to fix, and where they are no UTF-8. */
function fixBytes(
  path: string,
  bytes: Uint8Array,
  settings: RuleSettings,
  facts: Facts,
): { bytes: Uint8Array; fixes: number } {
  const text = decoded(bytes);
  if (text === undefined) return { bytes, fixes: 0 };
  const fixed = fixText(text, { path, settings, facts });
  if (fixed.text === text) return { bytes, fixes: 0 };
  return { bytes: new TextEncoder().encode(fixed.text), fixes: fixed.fixes };
}
