// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { run } from '../host/command.mjs';
import { root } from '../host/packages.mjs';
import { couldNotRun } from './result.mjs';

/**
 * Runs the tests of one Vitest configuration.
 *
 * @param {string} config its path in the clone
 * @param {number} patience milliseconds until the suite counts as hung
 * @param {{ givesWay?: boolean }} [options] givesWay: what runs at the same time gets the processors first
 * @returns {Promise<import('./result.mjs').Result>}
 */
export async function runVitest(config, patience, { givesWay = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'pmjob-suite-'));
  try {
    const file = join(folder, 'result.json');
    const { code, output } = await run(
      process.execPath,
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        ...['run', '--config', join(root, config), '--root', root, '--allowOnly=false'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ],
      { cwd: root, patience, givesWay },
    );
    return readReport(await readFile(file, 'utf8').catch(() => undefined), code, stripVTControlCharacters(output));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {{ status: string, fullName: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} FileResult
 */

/**
 * @param {string | undefined} text Vitest's report; it counts, but it leaves differences out, which Vitest's output has
 * @param {number} code
 * @param {string} told
 * @returns {import('./result.mjs').Result}
 */
function readReport(text, code, told) {
  if (text === undefined) return couldNotRun(told);
  /** @type {FileResult[]} */
  const files = JSON.parse(text).testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const names = [...tests.flatMap(failureOf), ...files.flatMap(failureOfFile)];
  if (tests.length === 0) names.push('the suite has no test');
  // For instance an error that no test caught.
  else if (code !== 0 && names.length === 0) names.push(`exit code ${code}`);
  const failures = names.map((name) => ({ name, message: '' }));
  return { passed: tests.filter(({ status }) => status === 'passed').length, failures, told };
}

/** @param {Assertion} test */
function failureOf({ status, fullName }) {
  if (status === 'passed') return [];
  return [status === 'failed' ? fullName : `${fullName} (left out: ${status})`];
}

/**
 * A file that could not be read as tests, or failed before or after them.
 *
 * @param {FileResult} file
 */
function failureOfFile({ name, status, assertionResults }) {
  const counted = assertionResults.some((test) => test.status === 'failed');
  return status === 'failed' && !counted ? [name] : [];
}
