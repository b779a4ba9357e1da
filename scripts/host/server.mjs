// @ts-check
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines, run } from './command.mjs';
import { HostFailure } from './failure.mjs';
import { endNow, leftOver, marked } from './processes.mjs';

/** Milliseconds. */
const patience = { start: 30_000, stop: 10_000 };

/**
 * @typedef {object} EditorOptions
 * @property {import('./editor.mjs').Editor} editor from `ensureEditor()`
 * @property {string} folder the folder that the editor opens; an absolute path
 * @property {readonly string[]} [extensions] folders of built extensions; they run as installed ones do
 * @property {string} [vsix] a packaged extension to install as a person would
 * @property {Readonly<Record<string, unknown>>} [settings] the person's settings
 * @property {{ extensionDevelopmentPath: string, extensionTestsPath: string }} [tests] runs these in the extension host;
 *   modal dialogs and notification toasts do not work then
 * @property {boolean} [askTrust] keeps the workspace restricted until the person trusts it
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * Starts VS Code's own server on a free port of the loopback address, with all its state in a temporary folder.
 * The address carries a token: without it no other page or person of the machine gets in.
 *
 * @param {EditorOptions} options
 * @returns {Promise<{ url: string, output: () => string, stop: () => Promise<void> }>} `stop` ends the server politely,
 *   and fails when a process that it started lives on (after ending it)
 */
export async function startEditor(options) {
  const state = await mkdtemp(join(tmpdir(), 'pmjob-editor-'));
  try {
    await prepare(state, options);
    return await start(state, options);
  } catch (failure) {
    await rm(state, { recursive: true, force: true });
    throw failure;
  }
}

/** @param {string} state */
const placesIn = (state) => ({
  extensions: join(state, 'extensions'),
  user: join(state, 'user'),
  server: join(state, 'server'),
});

/**
 * @param {string} state
 * @param {EditorOptions} options
 */
async function prepare(state, { editor, extensions = [], vsix, settings = {} }) {
  const places = placesIn(state);
  await mkdir(places.extensions, { recursive: true });
  // Without the editor's own assistant the page is ready about a second sooner; files are saved when asked, as on the desktop.
  const text = JSON.stringify({ 'chat.disableAIFeatures': true, 'files.autoSave': 'off', ...settings }, undefined, 2);
  // Those that belong to a machine are read from the server's settings; among the person's own they hold only by chance.
  for (const folder of [join(places.user, 'User'), join(places.user, 'Machine')]) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'settings.json'), text);
  }
  for (const folder of extensions) {
    const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    await symlink(folder, join(places.extensions, `${publisher}.${name}-${version}`));
  }
  if (!vsix) return;
  const { code, output } = await run(editor.node, [
    editor.serverMain,
    ...['--install-extension', vsix, '--extensions-dir', places.extensions],
    ...['--server-data-dir', places.server, '--accept-server-license-terms'],
  ]);
  if (code !== 0) throw new HostFailure('server', `The editor does not accept ${vsix}: ${lastLines(output)}`);
}

/**
 * @param {string} state
 * @param {EditorOptions} options
 */
async function start(state, { editor, folder, tests, askTrust = false, env = process.env }) {
  const places = placesIn(state);
  const token = randomUUID();
  const editorRun = randomUUID();
  const server = spawn(
    editor.node,
    [
      editor.serverMain,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--accept-server-license-terms'],
      ...['--user-data-dir', places.user, '--server-data-dir', places.server, '--extensions-dir', places.extensions],
      ...['--telemetry-level', 'off'],
      ...(askTrust ? [] : ['--disable-workspace-trust']),
      // 1.139 reads the addresses of tests from the page's address only with this flag.
      ...(tests ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      // No gallery: nothing is looked up on the network. A cache of its own: the editor leaves a device id in it.
      env: marked({ ...env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', XDG_CACHE_HOME: join(state, 'cache') }, editorRun),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise((resolve) => server.once('close', resolve).once('error', resolve));

  async function stopOnce() {
    server.kill('SIGTERM');
    const left = await leftOver(editorRun, patience.stop);
    endNow(left);
    await ended;
    await rm(state, { recursive: true, force: true });
    if (left.length === 0) return;
    const commands = left.map(({ pid, command }) => `${command} (${pid})`).join(', ');
    throw new HostFailure('processes-left', `These outlived the editor that started them and were ended: ${commands}.`);
  }

  /** @type {Promise<void> | undefined} */
  let stopping;
  const stop = () => {
    stopping ??= stopOnce();
    return stopping;
  };

  try {
    const port = await listening(server, ended, () => output);
    return { url: address(port, token, folder, tests), output: () => output, stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} server
 * @param {Promise<unknown>} ended
 * @param {() => string} output
 * @returns {Promise<string>} the port
 */
async function listening(server, ended, output) {
  const enough = new AbortController();
  const late = AbortSignal.timeout(patience.start);
  const over = ended.then(() => enough.abort());
  const signal = AbortSignal.any([enough.signal, late]);
  for (;;) {
    const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
    if (port) return port;
    try {
      await Promise.race([once(server.stdout, 'data', { signal }), over]);
    } catch {
      const what = late.aborted ? `said no port within ${patience.start / 1000} s` : 'ended at once';
      throw new HostFailure('server', `The editor's server ${what}: ${lastLines(output())}`);
    }
  }
}

/**
 * @param {string} port
 * @param {string} token
 * @param {string} folder
 * @param {EditorOptions['tests']} tests
 */
function address(port, token, folder, tests) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('tkn', token);
  url.searchParams.set('folder', folder);
  const remote = (/** @type {string} */ path) => `vscode-remote://remote${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(tests ? Object.entries(tests).map(([name, path]) => [name, remote(path)]) : []),
  ];
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
