import type { Link } from '../../schemas/links.ts';
import type { JobId } from '../platform.ts';
import { suggestedFileName } from './file-name.ts';

/** A job file of the folder, with the id that its text names. Paths are as in `JobFile`. */
interface PresentFile {
  path: string;
  id?: JobId;
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
 * file was, else a new one named after the job. Of several, one in the folder, and one that is named `*.pmjob.json`. A name that several jobs have, or that a file has already, gets the start
 * of the job's id, so that the same jobs get the same files in whatever order they are listed.
 */
export function chooseFiles(
  jobs: readonly { id: JobId; name: string }[],
  { folder, links, there, present }: KnownFiles,
): Map<JobId, string> {
  const chosen = new Map<JobId, string>();
  const taken = new Set([...present.map(({ path }) => path), ...links.map(({ file }) => file)].map(plain));
  const used = new Set<string>();
  const take = (id: JobId, path: string): void => {
    chosen.set(id, path);
    used.add(plain(path));
  };
  const inFolder = (path: string) => folder === '' || path.startsWith(`${folder}/`);
  const linkedTo = byId(links.map(({ id, file }) => ({ id, path: file })));
  const isLinked = new Set(links.map(({ file }) => file));
  const naming = byId(present.filter(({ path }) => !isLinked.has(path)));
  for (const { id } of jobs) {
    const files = (linkedTo.get(id.toLowerCase()) ?? []).sort(jobFilesFirst);
    const linked = files.filter((file) => there.has(file));
    const named = naming.get(id.toLowerCase())?.[0];
    const known = linked.find(inFolder) ?? linked[0] ?? named ?? files.find(inFolder);
    if (known !== undefined && !used.has(plain(known))) take(id, known);
  }
  const fresh = jobs.filter(({ id }) => !chosen.has(id));
  const asked = fresh.map(({ name }) => at(suggestedFileName(name)));
  const [once, shared] = [new Set<string>(), new Set<string>()];
  for (const path of asked.map(plain)) (once.has(path) ? shared : once).add(path);
  for (const [index, { id, name }] of fresh.entries()) {
    const path = asked[index] ?? '';
    const names = [
      ...(shared.has(plain(path)) ? [] : [path]),
      at(suggestedFileName(name, id.slice(0, 8).toLowerCase())),
      at(suggestedFileName(name, id.toLowerCase())),
    ];
    const free = names.find((one) => !taken.has(plain(one)) && !used.has(plain(one)));
    take(id, free ?? names.at(-1) ?? path);
  }
  return chosen;

  function at(name: string): string {
    return folder === '' ? name : `${folder}/${name}`;
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
