// @ts-check
import { join } from 'node:path';
import { run } from '../host/command.mjs';
import { root } from '../host/packages.mjs';

const bin = (/** @type {string} */ name) => join(root, 'node_modules', '.bin', name);

/** The steps of `npm run check`. */
const steps = [
  { name: 'types', program: bin('tsc'), args: ['--noEmit'] },
  { name: 'lint', program: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
  { name: 'dead code', program: bin('knip'), args: [] },
];

/**
 * Checks types, lint and dead code. They are no tests, so that a clean check adds nothing to the tests that passed.
 *
 * @returns {Promise<import('./result.mjs').Result>}
 */
export async function runCheck() {
  /** @type {import('./result.mjs').Failure[]} */
  const failures = [];
  for (const { name, program, args } of steps) {
    const { code, output } = await run(program, args, { cwd: root, givesWay: true });
    if (code !== 0) failures.push({ name, message: output });
  }
  return failures.length > 0
    ? { passed: 0, failures }
    : { passed: 0, failures, summary: 'types, lint and dead code are clean' };
}
