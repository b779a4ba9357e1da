import type { Link } from '../../schemas/links.ts';
import type { JobId } from '../platform.ts';
import { suggestedFileName } from './file-name.ts';

/** A job file of the folder, with the id that its text names. Paths are as in `JobFile`. */
interface PresentFile {
  path: string;
  id?: JobId;
}

/** A job as the platform lists it. */
interface ListedJob {
  id: JobId;
  name: string;
}

/** What is known of files before their jobs are pulled into them. */
export interface KnownFiles {
  /** Below which new files are made; empty for the folder that holds `.pmjob/`. */
  folder: string;
  /** Those of this platform. */
  links: readonly Link[];
  /** The linked files that are there, wherever they lie. */
  there: ReadonlySet<string>;
  /** The job files in the folder. */
  present: readonly PresentFile[];
}

/**
 * The file for each job: the one that is linked to it, else one in the folder that names its id, else where its linked
 * file was, else a new one named after the job. Of several, one in the folder, and one that is named `*.pmjob.json`. The
 * same jobs get the same files in whatever order they are listed.
 */
export function chooseFiles(
  jobs: readonly ListedJob[],
  { folder, links, there, present }: KnownFiles,
): Map<JobId, string> {
  const chosen = new Map<JobId, string>();
  const taken = new Set([...present.map(({ path }) => path), ...links.map(({ file }) => file)].map(plain));
  const used = new Set<string>();
  const inFolder = (path: string) => folder === '' || path.startsWith(`${folder}/`);
  const linkedTo = byId(links.map(({ id, file }) => ({ id, path: file })));
  const isLinked = new Set(links.map(({ file }) => file));
  const naming = byId(present.filter(({ path }) => !isLinked.has(path)));
  for (const { id } of jobs) {
    const files = (linkedTo.get(id.toLowerCase()) ?? []).sort(jobFilesFirst);
    const linked = files.filter((file) => there.has(file));
    const named = naming.get(id.toLowerCase())?.[0];
    const known = linked.find(inFolder) ?? linked[0] ?? named ?? files.find(inFolder);
    if (known === undefined || used.has(plain(known))) continue;
    chosen.set(id, known);
    used.add(plain(known));
  }
  const fresh = jobs.filter(({ id }) => !chosen.has(id));
  for (const [id, path] of newFiles(fresh, at, taken)) chosen.set(id, path);
  return chosen;

  function at(name: string): string {
    return folder === '' ? name : `${folder}/${name}`;
  }
}

/**
 * A file of its own for each job: named after the job, where that is not enough with the start of its id, else with its
 * whole id. Jobs that want the same file all go on to the next name, so that none has it for being listed first.
 */
function newFiles(
  jobs: readonly ListedJob[],
  at: (name: string) => string,
  taken: ReadonlySet<string>,
): [JobId, string][] {
  const wishes = jobs.map(({ id, name }) => {
    const suffixes = [id.slice(0, 8), id].map((suffix) => suffix.toLowerCase());
    const next = suffixes.map((suffix) => at(suggestedFileName(name, suffix)));
    return { id, path: at(suggestedFileName(name)), next };
  });
  for (;;) {
    const wanted = new Map<string, number>();
    for (const { path } of wishes) wanted.set(plain(path), (wanted.get(plain(path)) ?? 0) + 1);
    const crowded = wishes.filter(({ path, next }) => {
      return next.length > 0 && (taken.has(plain(path)) || wanted.get(plain(path)) !== 1);
    });
    if (crowded.length === 0) return wishes.map(({ id, path }) => [id, path]);
    for (const wish of crowded) wish.path = wish.next.shift() ?? wish.path;
  }
}

/** A copy under another name, such as an export, is less likely to be the file that somebody works on. */
function jobFilesFirst(one: string, other: string): number {
  const rank = (path: string) => Number(!path.endsWith('.pmjob.json'));
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}

/** As file systems compare names that do not tell upper from lower case, or one form of an accent from another. */
function plain(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Paths by the id, in lower case, that each has. */
function byId(files: readonly PresentFile[]): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { id, path } of files) {
    if (id === undefined) continue;
    const key = id.toLowerCase();
    paths.set(key, [...(paths.get(key) ?? []), path]);
  }
  return paths;
}
