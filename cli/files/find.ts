import { type Dirent, readdir } from 'node:fs';
import { readdir as readdirOf, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

// By require: its ES module build asks for its own address, which a bundle in CommonJS does not have.
import tinyglobby = require('tinyglobby');

/** Standard input, where a command takes it. */
export const STANDARD_INPUT = '-';

const NEVER_SEARCHED = ['**/node_modules/**', '**/.git/**', '**/.pmjob/**'];

/** `files` are in the order they were named, each once, as a person would write them from the working folder. */
export interface FoundFiles {
  files: string[];
  /** The folders and patterns among the arguments, with what was found there. */
  searched: { name: string; files: string[] }[];
  /** One sentence for each argument that names nothing, and for each folder that could not be searched. */
  problems: string[];
}

/**
 * What the arguments of a command name: files as they are, folders by the `*.pmjob.json` below them, patterns that the
 * shell has left alone, and `-`.
 */
export async function findFiles(named: readonly string[], workingFolder: string): Promise<FoundFiles> {
  const files = new Map<string, string>();
  const searched: FoundFiles['searched'] = [];
  const problems: string[] = [];
  for (const name of named) {
    const found = await findNamed(name, workingFolder);
    problems.push(...found.problems);
    if (found.isSearched) searched.push({ name, files: found.files });
    for (const file of found.files) {
      const own = file === STANDARD_INPUT ? file : await identity(resolve(workingFolder, file));
      if (!files.has(own)) files.set(own, file);
    }
  }
  return { files: [...files.values()], searched, problems };
}

async function findNamed(name: string, workingFolder: string): Promise<Searched & { isSearched: boolean }> {
  if (name === STANDARD_INPUT) return { files: [STANDARD_INPUT], problems: [], isSearched: false };
  const kind = await kindOf(resolve(workingFolder, name));
  if (kind === 'file') return { files: [withSlashes(name)], problems: [], isSearched: false };
  if (kind === 'folder') {
    const found = await jobFilesBelow(resolve(workingFolder, name), workingFolder);
    return foundOr(`${name}: no job files (*.pmjob.json) in this folder.`, found);
  }
  if (!tinyglobby.isDynamicPattern(withSlashes(name)))
    return { files: [], problems: [`${name}: there is no such file or folder.`], isSearched: false };
  return foundOr(
    `${name}: no file matches this pattern.`,
    await search(withSlashes(name), workingFolder, workingFolder),
  );
}

function foundOr(nothing: string, { files, problems }: Searched): Searched & { isSearched: boolean } {
  const isEmpty = files.length === 0 && problems.length === 0;
  return { files, problems: isEmpty ? [nothing] : problems, isSearched: files.length > 0 };
}

/** What a folder or pattern holds, and a sentence for each folder that could not be read. */
export interface Searched {
  files: string[];
  problems: string[];
}

/** Every `*.pmjob.json` below a folder, as a person would write them from the working folder. */
export function jobFilesBelow(folder: string, workingFolder: string): Promise<Searched> {
  return search('**/*.pmjob.json', folder, workingFolder);
}

/** A link to a file is that file, named by its own name where that is found too; a link to a folder is not followed. */
async function search(pattern: string, folder: string, workingFolder: string): Promise<Searched> {
  const problems: string[] = [];
  const show = (path: string) => withSlashes(relative(workingFolder, path)) || '.';
  const found = await tinyglobby.glob(pattern, {
    cwd: folder,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: NEVER_SEARCHED,
    fs: { readdir: readFolder((path, error) => problems.push(`${show(path)}: ${sayFolderError(error)}`)) },
  });
  const byIdentity = new Map<string, string>();
  for (const file of found.sort()) {
    const own = await identity(file);
    if (!byIdentity.has(own) || own === resolve(file)) byIdentity.set(own, file);
  }
  return { files: [...byIdentity.values()].map(show).sort(), problems: problems.sort() };
}

/** Node's `readdir`, which tells of each folder that it cannot read, and in which a link to a file is a file. */
function readFolder(tell: (path: string, error: unknown) => void): typeof readdir {
  const read = (path: string, _options: object, done: (error: unknown, entries: Dirent[]) => void): void => {
    entriesOf(path).then(
      (entries) => done(null, entries),
      (error: unknown) => {
        tell(path, error);
        done(error, []);
      },
    );
  };
  return Object.assign(read, readdir);
}

async function entriesOf(path: string): Promise<Dirent[]> {
  const entries = await readdirOf(path, { withFileTypes: true });
  return Promise.all(
    entries.map(async (entry) => {
      if (!entry.isSymbolicLink() || (await kindOf(join(path, entry.name))) !== 'file') return entry;
      return Object.assign(Object.create(entry), { isSymbolicLink: () => false, isFile: () => true });
    }),
  );
}

function sayFolderError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
  return code === 'EACCES' || code === 'EPERM'
    ? 'this folder may not be read by you.'
    : `this folder cannot be read (${code}).`;
}

/** What cannot be looked at is taken as a file: to read it tells why. */
async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'EACCES' || code === 'EPERM' ? 'file' : 'nothing';
  }
}

/** The same by whatever name a file is reached. */
async function identity(file: string): Promise<string> {
  return realpath(file).catch(() => file);
}

function withSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
