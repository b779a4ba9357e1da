import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { findStateRoot } from '../../api/disk/state-root.ts';
import { type ReadSettings, readSettings } from '../../server/settings/read-settings.ts';
import { NOTHING_SET, type RuleSettings } from '../../server/settings/rule-settings.ts';
import type { Environment } from '../environment.ts';
import { printable } from '../printable.ts';
import { sayReadError } from './read.ts';

/** The settings that hold for a named file: those of the nearest `.pmjob/` above it. */
export type SettingsOf = (named: string) => Promise<RuleSettings>;

/** Reads the settings of each folder once, and says once what in them does not count. */
export function settingsReader(environment: Environment): SettingsOf {
  const known = new Map<string, Promise<RuleSettings>>();
  return async (named) => {
    const root = await findStateRoot(resolve(environment.workingFolder, named));
    const settings = known.get(root) ?? settingsIn(root, environment);
    known.set(root, settings);
    return settings;
  };
}

async function settingsIn(root: string, environment: Environment): Promise<RuleSettings> {
  const path = join(root, '.pmjob', 'config.json');
  const shown = printable(relative(environment.workingFolder, path).split(sep).join('/'));
  const text = await textOf(path);
  if (typeof text !== 'string') {
    if (text.problem !== undefined)
      environment.notes.print(`warning: ${shown}: ${text.problem} Each rule has its own severity.`);
    return NOTHING_SET;
  }
  const { settings, problems } = readSettings(text);
  for (const problem of problems) environment.notes.print(`warning: ${shown}:${sayProblem(problem)}`);
  return settings;
}

function sayProblem({ range: { start }, message }: ReadSettings['problems'][number]): string {
  return `${start.line + 1}:${start.character + 1}: ${printable(message).replaceAll('\n', ' ')}`;
}

/** The file's text; without a problem where there is no such file. */
async function textOf(path: string): Promise<string | { problem?: string }> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent ? {} : { problem: sayReadError(error) };
  }
}
