#!/usr/bin/env node
// @ts-check
// Stands in for the desktop's executable in `runTests` of @vscode/test-electron: takes its arguments, runs the tests in the
// real extension host of VS Code's server, prints that host's console, and exits with the tests' code.
import { format } from 'node:util';
import { chromiumPage } from './chromium.mjs';
import { endWith, HostFailure } from './failure.mjs';
import { ensureBrowser, ensureEditor } from './install.mjs';
import { startEditor } from './server.mjs';

/** Milliseconds within which the tests must have ended. */
const patience = 420_000;

/** What the editor says of itself in every run: native modules that it does without, sockets, the gallery that is off. */
const noise =
  /spdlog|Release\/watchdog|ServiceWorker|builtin extensions|a socket \(|connection token \(|grace-time|AgentHost|AccountPolicy|^Canceled/;

await endWith(async () => {
  const request = readArguments(process.argv.slice(2));
  const [editor, browser] = [await ensureEditor(), await ensureBrowser()];
  const server = await startEditor({ editor, folder: request.folder, tests: request.tests });
  try {
    return await runTests(server.url, browser);
  } finally {
    await server.stop();
  }
});
// The browser's pipe may keep the process alive a little longer than the tests need.
process.exit();

/** @param {readonly string[]} args */
function readArguments(args) {
  const value = (/** @type {string} */ name) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extensionDevelopmentPath = value('extensionDevelopmentPath');
  const extensionTestsPath = value('extensionTestsPath');
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (!extensionDevelopmentPath || !extensionTestsPath || !folder) {
    throw new HostFailure(
      'test-run',
      'The launcher wants --extensionDevelopmentPath=, --extensionTestsPath= and the folder to open.',
    );
  }
  return { folder, tests: { extensionDevelopmentPath, extensionTestsPath } };
}

/**
 * @param {string} url
 * @param {string} executablePath
 * @returns {Promise<number>} the exit code of the tests
 */
async function runTests(url, executablePath) {
  const { page, close } = await chromiumPage(executablePath);
  try {
    /** @type {Promise<number>} */
    const ended = new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ why) => reject(new HostFailure('test-run', `The tests did not end: ${why}.`));
      setTimeout(() => fail(`${patience / 1000} s were not enough`), patience);
      page.once('crash', () => fail('the page crashed'));
      page.once('close', () => fail('the browser was closed'));
      // Heard each time: Ctrl-C comes from the terminal and once more from whoever started us.
      process.on('SIGINT', () => fail('interrupted'));
      process.on('SIGTERM', () => fail('asked to stop'));
      // Whoever started us holds the other end of our standard input.
      process.stdin.once('end', () => fail('the process that asked for them is gone')).resume();
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    await page.exposeFunction('codeAutomationLog', printConsole);
    // Either can fail first; a failure of `ended` before it is awaited must not end the process unheard.
    await Promise.race([ended, page.goto(url)]);
    return await ended;
  } finally {
    await close();
  }
}

/**
 * @param {string} type a method of `console`
 * @param {readonly unknown[]} args
 */
function printConsole(type, args) {
  const text = format(...args);
  if (noise.test(text)) return;
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${text}\n`);
}
