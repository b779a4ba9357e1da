import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { truePath } from '../../api/disk/true-path.ts';

// By require: its ES module build asks for its own address, which a bundle in CommonJS does not have.
import tinyglobby = require('tinyglobby');

/** Standard input, where a command takes it. */
export const STANDARD_INPUT = '-';

const NEVER_SEARCHED = ['**/node_modules/**', '**/.git/**', '**/.pmjob/**'];

/**
 * `files` are in the order they were named, each once, as a person would write them from the working folder. A file that has
 * several names, by symbolic links, is one.
 */
export interface FoundFiles {
  files: string[];
  /** The folders and patterns among the arguments, with what was found there. */
  searched: { name: string; files: string[] }[];
  /** One sentence for each argument that names nothing. */
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
    if (typeof found === 'string') {
      problems.push(found);
      continue;
    }
    if (found.isSearched) searched.push({ name, files: found.files });
    for (const file of found.files) {
      const path = file === STANDARD_INPUT ? file : await truePath(resolve(workingFolder, file));
      if (!files.has(path)) files.set(path, file);
    }
  }
  return { files: [...files.values()], searched, problems };
}

async function findNamed(
  name: string,
  workingFolder: string,
): Promise<{ files: string[]; isSearched: boolean } | string> {
  if (name === STANDARD_INPUT) return { files: [STANDARD_INPUT], isSearched: false };
  const kind = await kindOf(resolve(workingFolder, name));
  if (kind === 'file') return { files: [withSlashes(name)], isSearched: false };
  if (kind === 'folder') {
    const files = await jobFilesBelow(resolve(workingFolder, name), workingFolder);
    return files.length > 0 ? { files, isSearched: true } : `${name}: no job files (*.pmjob.json) in this folder.`;
  }
  if (!tinyglobby.isDynamicPattern(withSlashes(name))) return `${name}: there is no such file or folder.`;
  const files = await search(withSlashes(name), workingFolder, workingFolder);
  return files.length > 0 ? { files, isSearched: true } : `${name}: no file matches this pattern.`;
}

/** Every `*.pmjob.json` below a folder, as a person would write them from the working folder. */
export function jobFilesBelow(folder: string, workingFolder: string): Promise<string[]> {
  return search('**/*.pmjob.json', folder, workingFolder);
}

async function search(pattern: string, folder: string, workingFolder: string): Promise<string[]> {
  const found = await tinyglobby.glob(pattern, {
    cwd: folder,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: NEVER_SEARCHED,
  });
  const names = new Map<string, string>();
  for (const name of found.map((file) => resolve(file)).sort()) {
    const path = await truePath(name);
    // Of the names of one file, its own when that was found too.
    if (!names.has(path) || name === path) names.set(path, name);
  }
  return [...names.values()].map((file) => withSlashes(relative(workingFolder, file))).sort();
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  const found = await stat(path).catch((): Stats | undefined => undefined);
  if (found === undefined) return 'nothing';
  return found.isDirectory() ? 'folder' : 'file';
}

function withSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
