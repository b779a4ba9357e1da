// @ts-check
// Tries the properties on many more generated cases than a test run does: npm run fuzz -- [cases] [seed] [part of a path].
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './host/packages.mjs';

const [runs = '10000', seed = String(Date.now() % 1_000_000_000), part = ''] = process.argv.slice(2);
console.log(`${runs} cases for each property, seed ${seed}`);
const vitest = spawn(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...testsOfProperties(),
    '--testTimeout=7200000',
    '--disable-console-intercept',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, PMJOB_FUZZ_RUNS: runs, PMJOB_FUZZ_SEED: seed } },
);
vitest.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

/** The tests that ask how often a property is to be tried. */
function testsOfProperties() {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(root, 'test', path))
    .filter((path) => relative(root, path).includes(part))
    .filter((path) => readFileSync(path, 'utf8').includes('property-runs.ts'));
}
