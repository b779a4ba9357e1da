import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

export interface Folder {
  path: string;
  /** Copies a file of the repository here under a name. */
  copy(from: string, name: string): Promise<void>;
  write(name: string, content: string | Uint8Array): Promise<void>;
  read(name: string): Promise<string>;
  /** Rewrites a file here as JSON. */
  change(name: string, change: (job: Record<string, unknown>) => void): Promise<void>;
}

/** An empty folder that is gone after the test, with a `.pmjob/` of its own so that no folder above is used. */
export async function emptyFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'pmjob-cli-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  await mkdir(join(path, '.pmjob'));
  const folder: Folder = {
    path,
    copy: async (from, name) => {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await cp(join(REPOSITORY, from), join(path, name));
    },
    write: async (name, content) => {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    },
    read: (name) => readFile(join(path, name), 'utf8'),
    change: async (name, change) => {
      const job = JSON.parse(await folder.read(name));
      change(job);
      await folder.write(name, `${JSON.stringify(job, null, 2)}\n`);
    },
  };
  return folder;
}
