// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../host/command.mjs';
import { root } from '../host/packages.mjs';
import { couldNotRun } from './result.mjs';

/**
 * Runs test/host inside a real VS Code.
 *
 * @param {number} patience milliseconds until the suite counts as hung
 * @returns {Promise<import('./result.mjs').Result>}
 */
export async function runExtensionHost(patience) {
  const folder = await mkdtemp(join(tmpdir(), 'pmjob-suite-'));
  try {
    const file = join(folder, 'result.json');
    const env = { ...process.env, PMJOB_TEST_RESULT: file };
    const { code, output } = await run(process.execPath, [join(root, 'test', 'host', 'run.mjs')], {
      cwd: root,
      env,
      patience,
    });
    return readReport(await readFile(file, 'utf8').catch(() => undefined), code, output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string | undefined} text what test/host/index.ts wrote
 * @param {number} code
 * @param {string} output
 * @returns {import('./result.mjs').Result}
 */
function readReport(text, code, output) {
  if (text === undefined) return couldNotRun(output);
  /** @type {import('./result.mjs').Result} */
  const { passed, failures } = JSON.parse(text);
  if (passed + failures.length === 0) failures.push({ name: 'the suite has no test', message: output });
  // For instance a process that outlived the editor.
  else if (code !== 0 && failures.length === 0) failures.push({ name: `exit code ${code}`, message: output });
  return { passed, failures };
}
