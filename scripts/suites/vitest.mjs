// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../host/command.mjs';
import { root } from '../host/packages.mjs';
import { couldNotRun } from './result.mjs';

/**
 * Runs the tests of one Vitest configuration.
 *
 * @param {string} config its path in the clone
 * @param {number} patience milliseconds until the suite counts as hung
 * @returns {Promise<import('./result.mjs').Result>}
 */
export async function runVitest(config, patience) {
  const folder = await mkdtemp(join(tmpdir(), 'pmjob-suite-'));
  try {
    const file = join(folder, 'result.json');
    const { code, output } = await run(
      process.execPath,
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        ...['run', '--config', join(root, config), '--root', root, '--allowOnly=false'],
        ...['--reporter=json', `--outputFile=${file}`],
      ],
      { cwd: root, patience },
    );
    return readReport(await readFile(file, 'utf8').catch(() => undefined), code, output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} Assertion
 * @typedef {{ name: string, status: string, message?: string, assertionResults: Assertion[] }} FileResult
 */

/**
 * @param {string | undefined} text Vitest's report
 * @param {number} code
 * @param {string} output
 * @returns {import('./result.mjs').Result}
 */
function readReport(text, code, output) {
  if (text === undefined) return couldNotRun(output);
  /** @type {FileResult[]} */
  const files = JSON.parse(text).testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const failures = [...tests.flatMap(failureOf), ...files.flatMap(failureOfFile)];
  if (tests.length === 0) failures.push({ name: 'the suite has no test', message: output });
  // For instance an error that no test caught.
  else if (code !== 0 && failures.length === 0) failures.push({ name: `exit code ${code}`, message: output });
  return { passed: tests.filter(({ status }) => status === 'passed').length, failures };
}

/** @param {Assertion} test */
function failureOf({ status, fullName, failureMessages = [] }) {
  if (status === 'passed') return [];
  return [{ name: fullName, message: status === 'failed' ? failureMessages.join('\n') : `was left out (${status})` }];
}

/**
 * A file that could not be read as tests.
 *
 * @param {FileResult} file
 */
function failureOfFile({ name, status, message, assertionResults }) {
  const told = assertionResults.some((test) => test.status === 'failed');
  return status === 'failed' && !told ? [{ name, message: message ?? 'the file failed' }] : [];
}
