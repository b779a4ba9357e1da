// @ts-check
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { HostFailure } from './failure.mjs';

/**
 * A desktop VS Code: the one that PMJOB_VSCODE names, else the one whose `code` is on the PATH, where there is a screen.
 *
 * @returns {string | undefined} the path of its executable (not of the `code` command, which returns before the window closes)
 */
export function desktopEditor() {
  const asked = process.env.PMJOB_VSCODE;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new HostFailure('editor', `PMJOB_VSCODE names ${asked}, which is not there.`);
  }
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (headless) return undefined;
  const command = process.platform === 'win32' ? 'code.cmd' : 'code';
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = join(folder, command);
    if (folder === '' || !existsSync(found)) continue;
    const executable = executableOf(dirname(realpathSync(found)));
    if (existsSync(executable)) return executable;
  }
  return undefined;
}

/**
 * Where VS Code's installers put the executable, seen from the folder of the `code` command.
 *
 * @param {string} bin
 */
function executableOf(bin) {
  if (process.platform === 'win32') return join(bin, '..', 'Code.exe');
  // …/Visual Studio Code.app/Contents/Resources/app/bin
  if (process.platform === 'darwin') return join(bin, '..', '..', '..', 'MacOS', 'Electron');
  return join(bin, '..', 'code');
}
