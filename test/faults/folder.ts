import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../schemas/json.ts';
import type { Cells } from './table.ts';

export const FILE = 'job.pmjob.json';

/** A folder with a job file, and what pmjob has kept there. */
export interface JobFolder {
  path: string;
  write(body: JsonObject, file?: string): Promise<void>;
  /** Of the file, or of all files one after another. */
  bytes(): Promise<string>;
  kept(): Promise<Kept>;
  remove(): Promise<void>;
}

interface Kept extends Pick<Cells, 'known' | 'intent'> {
  history: string[];
  /** Every text that is neither a base, an intent nor an earlier version, which hold scripts by design. */
  open: string;
  all: string;
}

export async function jobFolder(): Promise<JobFolder> {
  const path = await mkdtemp(join(tmpdir(), 'pmjob-faults-'));
  await mkdir(join(path, '.pmjob'));
  return {
    path,
    write: (body, file = FILE) => writeFile(join(path, file), `${JSON.stringify(body, null, 2)}\n`),
    async bytes() {
      const names = (await readdir(path)).filter((name) => name.endsWith(FILE)).sort();
      return (await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')))).join('');
    },
    kept: () => keptIn(join(path, '.pmjob')),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

async function keptIn(root: string): Promise<Kept> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
  const texts = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(root, name), 'utf8')] as const)),
  );
  const within = (folder: string) =>
    [...texts].filter(([name]) => name.startsWith(`${folder}/`)).map(([, text]) => text);
  const intents = within('intents').map((text) => String(JSON.parse(text).state));
  const links = texts.get('links.json') ?? '';
  return {
    known:
      [...counted('link', links.split('"file":').length - 1), ...counted('base', within('base').length)].join('+') ||
      '-',
    intent: intents.join('+') || '-',
    history: within('history').flatMap((text) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => String(JSON.parse(line).outcome)),
    ),
    open: [...texts].flatMap(([name, text]) => (/^(base|intents|versions)\//.test(name) ? [] : [text])).join('\n'),
    all: [...texts.values()].join('\n'),
  };
}

function counted(what: string, count: number): string[] {
  return count === 0 ? [] : [count === 1 ? what : `${count} ${what}s`];
}
