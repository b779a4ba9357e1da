// @ts-check
import { lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastLines, npm, tell } from './command.mjs';
import { HostFailure } from './failure.mjs';
import { alone } from './lock.mjs';

/** The root folder of the clone. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Makes the clone's node_modules what package-lock.json says; does nothing when it is so already.
 * A node_modules that is a link belongs to another folder and is never written.
 *
 * @param {string} [clone]
 */
export async function ensurePackages(clone = root) {
  if (await upToDate(clone)) return;
  if (await isLink(join(clone, 'node_modules'))) {
    throw new HostFailure(
      'packages',
      `${join(clone, 'node_modules')} is a link to packages that differ from package-lock.json: run "npm ci" where it points to, or remove the link.`,
    );
  }
  await alone(`packages ${clone}`, async () => {
    if (await upToDate(clone)) return;
    tell('installing the packages of package-lock.json (npm ci), about half a minute');
    const { code, output } = await npm(['ci', '--include=dev', '--ignore-scripts'], clone);
    if (code !== 0) {
      throw new HostFailure('packages', `"npm ci" in ${clone} failed with exit code ${code}: ${lastLines(output)}`);
    }
  });
}

/**
 * Compares with the lock file that npm leaves in node_modules as the last act of an install.
 *
 * @param {string} clone
 */
async function upToDate(clone) {
  const wanted = await lockedPackages(join(clone, 'package-lock.json'));
  const present = await lockedPackages(join(clone, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === entry.version && found.integrity === entry.integrity : entry.optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined>}
 */
async function lockedPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} path */
async function isLink(path) {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}
