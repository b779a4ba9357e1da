// Opens the editor on a folder: a desktop VS Code when there is one, else the web editor in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureEditor } from '../host/install.mjs';
import { startEditor } from '../host/server.mjs';

/** Opens the editor and resolves when the person has ended it: closed the window, or pressed Ctrl-C here. */
export async function openEditor({ root, folder, sandboxUrl, print }) {
  const settings = {
    'pmjob.sandbox.url': sandboxUrl,
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'git.openRepositoryInParentFolders': 'never',
    'files.autoSave': 'off',
  };
  const desktop = desktopCommand();
  if (desktop) return openDesktop({ desktop, root, folder, settings, print });
  return openWeb({ root, folder, settings, print });
}

function desktopCommand() {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const isThere = spawnSync('code', ['--version'], { shell: process.platform === 'win32' }).status === 0;
  return hasScreen && isThere ? 'code' : undefined;
}

async function openDesktop({ desktop, root, folder, settings, print }) {
  const profile = await mkdtemp(join(tmpdir(), 'pmjob-profile-'));
  try {
    await mkdir(join(profile, 'User'), { recursive: true });
    await writeFile(join(profile, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
    print(`\nOpening VS Code on ${folder}, with the sandbox connected. Close its window to end.`);
    const args = ['--wait', '--new-window', `--user-data-dir=${profile}`, `--extensionDevelopmentPath=${root}`, folder];
    await once(spawn(desktop, args, { stdio: 'ignore', shell: process.platform === 'win32' }), 'exit');
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

async function openWeb({ root, folder, settings, print }) {
  print('\nNo desktop VS Code here: starting the web editor.');
  const server = await startEditor({ editor: await ensureEditor(), folder, extensions: [root], settings });
  try {
    print(`Open ${server.url}`);
    print('The sandbox is connected. Press Ctrl-C here to end.');
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  } finally {
    await server.stop();
  }
}
