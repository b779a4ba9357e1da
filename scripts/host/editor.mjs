// @ts-check
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { lastLines, npm, run, tell } from './command.mjs';
import { HostFailure } from './failure.mjs';
import { alone } from './lock.mjs';

/** code-server 4.139.1 holds the server of VS Code 1.139.1, which wants Node 24; the clone itself runs on Node 20. */
const editorPackage = { name: 'code-server', version: '4.139.1', editor: '1.139.1' };
const nodeVersion = '24.21.0';

/**
 * @typedef {object} Editor
 * @property {string} node the Node binary that runs the server
 * @property {string} serverMain the server's entry file
 * @property {string} version the version of VS Code
 */

/**
 * Brings VS Code's own server, and the Node it runs on, into the person's cache folder. A finished install costs nothing;
 * a half-done one is a folder with another name and is made anew.
 *
 * @returns {Promise<Editor>}
 */
export async function ensureEditor() {
  const platform = `${process.platform}-${process.arch}`;
  if (platform !== 'linux-x64' && platform !== 'linux-arm64') {
    throw new HostFailure(
      'editor',
      `The editor in the browser runs on Linux (x64, arm64), not on ${platform}: set PMJOB_VSCODE to a desktop VS Code instead.`,
    );
  }
  const nodePackage = `node-${platform}`;
  const cache = cacheFolder();
  const name = `editor-${editorPackage.version}-node-${nodeVersion}-${platform}`;
  const folder = join(cache, name);
  const editor = editorIn(folder, nodePackage);
  if (await finished(folder, editor)) return editor;

  await alone(`editor ${folder}`, async () => {
    if (await finished(folder, editor)) return;
    await removeUnfinished(cache, name);
    const unfinished = join(cache, `${name}.${process.pid}.unfinished`);
    await install(unfinished, nodePackage);
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
  });
  return editor;
}

/**
 * @param {string} folder
 * @param {string} nodePackage
 * @returns {Editor}
 */
function editorIn(folder, nodePackage) {
  const modules = join(folder, 'node_modules');
  return {
    node: join(modules, nodePackage, 'bin', 'node'),
    serverMain: join(modules, editorPackage.name, 'lib', 'vscode', 'out', 'server-main.js'),
    version: editorPackage.editor,
  };
}

/** @param {string} folder */
const stampOf = (folder) => join(folder, 'installed.json');

/**
 * @param {string} folder
 * @param {Editor} editor
 */
async function finished(folder, editor) {
  try {
    await Promise.all([stampOf(folder), editor.node, editor.serverMain].map((path) => access(path)));
    return true;
  } catch {
    return false;
  }
}

/**
 * What installs that died left behind: we hold the lock, so nobody is at work in them.
 *
 * @param {string} cache
 * @param {string} name
 */
async function removeUnfinished(cache, name) {
  await mkdir(cache, { recursive: true });
  const left = (await readdir(cache)).filter((entry) => entry.startsWith(`${name}.`) && entry.endsWith('.unfinished'));
  await Promise.all(left.map((entry) => rm(join(cache, entry), { recursive: true, force: true })));
}

/**
 * Neither package's install script runs: code-server's refuses root and compiles what the editor does not need here.
 *
 * @param {string} folder
 * @param {string} nodePackage
 */
async function install(folder, nodePackage) {
  const dependencies = { [editorPackage.name]: editorPackage.version, [nodePackage]: nodeVersion };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  tell(`installing VS Code ${editorPackage.editor} for the browser into ${folder} (780 MB), about a minute`);
  await installPackages(folder);
  // The editor's own packages, with the optional ones: file events of subfolders need the native watcher among them.
  await installPackages(join(folder, 'node_modules', editorPackage.name, 'lib', 'vscode'));

  const { node, serverMain } = editorIn(folder, nodePackage);
  const { code, output } = await run(node, [serverMain, '--version']);
  if (code !== 0 || !output.includes(editorPackage.editor)) {
    throw new HostFailure('editor', `The installed editor does not start: ${lastLines(output)}`);
  }
  await writeFile(stampOf(folder), JSON.stringify(dependencies));
}

/** @param {string} folder */
async function installPackages(folder) {
  const { code, output } = await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  if (code === 0) return;
  throw new HostFailure(
    'editor',
    `"npm install" of ${editorPackage.name} ${editorPackage.version} failed with exit code ${code}: ${lastLines(output)}`,
  );
}
