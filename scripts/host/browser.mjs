// @ts-check
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { lastLines, run, tell } from './command.mjs';
import { HostFailure } from './failure.mjs';
import { alone } from './lock.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Finds a browser of the Chromium family (PMJOB_BROWSER, the PATH, the applications folder of macOS); where there is none
 * and we are root on Debian or a system like it, installs Debian's `chromium`.
 *
 * @returns {Promise<string>} the path of its executable
 */
export async function ensureBrowser() {
  const asked = process.env.PMJOB_BROWSER;
  if (asked) {
    if (await executable(asked)) return asked;
    throw new HostFailure('browser', `PMJOB_BROWSER names ${asked}, which cannot be executed.`);
  }
  const found = await findBrowser();
  if (found) return found;
  if (process.getuid?.() !== 0 || !(await onPath('apt-get'))) {
    throw new HostFailure(
      'browser',
      'No Chromium or Chrome was found, and it can be installed only as root with apt-get: install one, or name it in PMJOB_BROWSER.',
    );
  }
  return alone('browser', async () => (await findBrowser()) ?? (await installChromium()));
}

async function installChromium() {
  tell("installing Debian's chromium (apt-get), about half a minute");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, output } = await run('apt-get', [...patience, ...args], { env });
    if (code !== 0) {
      throw new HostFailure(
        'browser',
        `"apt-get ${args.join(' ')}" failed with exit code ${code}: ${lastLines(output)}`,
      );
    }
  }
  const installed = await findBrowser();
  // On Ubuntu the package is an empty one that points to a snap.
  if (!installed || (await run(installed, ['--version'])).code !== 0) {
    throw new HostFailure(
      'browser',
      'apt-get installed no chromium that runs: install Chromium or Chrome, or name one in PMJOB_BROWSER.',
    );
  }
  return installed;
}

async function findBrowser() {
  for (const name of names) {
    const path = await onPath(name);
    if (path) return path;
  }
  if (process.platform !== 'darwin') return undefined;
  for (const path of macApplications) if (await executable(path)) return path;
  return undefined;
}

/**
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
async function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder !== '' && (await executable(join(folder, name)))) return join(folder, name);
  }
  return undefined;
}

/** @param {string} path */
async function executable(path) {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
