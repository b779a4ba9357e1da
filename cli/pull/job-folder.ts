import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { placeOfFile } from '../../api/disk/state-root.ts';
import { namesBelow } from '../../api/disk/true-path.ts';
import type { StateStore } from '../../api/link/store.ts';
import type { JobFolder } from '../../api/pull-all/plan-pull-all.ts';
import type { Environment } from '../environment.ts';
import { jobFilesBelow } from '../files/find.ts';
import { bytesIfThere } from '../files/read.ts';
import { putInPlace } from '../files/replace.ts';
import { UsageError } from '../usage-error.ts';

/** A folder for jobs, with the `.pmjob/` that it belongs to. */
export interface OpenJobFolder {
  folder: JobFolder;
  state: StateStore;
  /** A file's path from the working folder, in the folder as it was named. */
  show(path: string): string;
}

/** The folder need not exist yet. Throws UsageError when a file has its name. */
export async function openJobFolder(named: string, { workingFolder }: Environment): Promise<OpenJobFolder> {
  const absolute = resolve(workingFolder, named);
  const found = await stat(absolute).catch(() => undefined);
  if (found !== undefined && !found.isDirectory()) throw new UsageError(`${named} is a file: name a folder.`);
  const { root, path: own, state } = await placeOfFile(join(absolute, 'any.pmjob.json'));
  const nameOf = await namesBelow([absolute]);
  const at = (path: string) => join(root, ...path.split('/'));
  return {
    state,
    show: (path) => withSlashes(relative(workingFolder, nameOf(at(path)))),
    folder: {
      path: own.split('/').slice(0, -1).join('/'),
      async list() {
        const { files, problems } =
          found === undefined ? { files: [], problems: [] } : await jobFilesBelow(absolute, workingFolder);
        // A job's file may lie where nobody can look: another one would be made for it.
        if (problems.length > 0) throw new UsageError(`${problems.join('\n')}\nNothing was written.`);
        const places = await Promise.all(files.map((file) => placeOfFile(resolve(workingFolder, file))));
        // A folder within it may have a `.pmjob/` of its own, and a link may lead out of it.
        return places.filter((place) => place.root === root).map(({ path }) => path);
      },
      async read(path) {
        return (await bytesIfThere(at(path)))?.toString('utf8');
      },
      async write(path, text) {
        const read = await bytesIfThere(at(path));
        const isDone = await putInPlace(at(path), { read, written: new TextEncoder().encode(text) });
        if (!isDone) throw Object.assign(new Error('somebody writes this file'), { code: 'EBUSY' });
      },
      isUnsaved: () => false,
    },
  };
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
