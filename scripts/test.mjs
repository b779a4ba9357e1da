// @ts-check
// What `npm test` runs, also as the very first command on a fresh clone: installs what is missing, builds, runs the suites.
// `npm test -- unit page` runs those alone; UPDATE=1 rewrites the expectations.
import { run } from './host/command.mjs';
import { endWith, HostFailure } from './host/failure.mjs';
import { ensureBrowser, ensureEditor, ensurePackages } from './host/install.mjs';
import { root } from './host/packages.mjs';
import { runCheck } from './suites/check.mjs';
import { runExtensionHost } from './suites/extension-host.mjs';
import { report } from './suites/result.mjs';
import { runVitest } from './suites/vitest.mjs';

const minute = 60_000;

/**
 * The suites by name. Those of one lane run one after another; the two lanes run side by side, one for each of two cores.
 *
 * @type {Record<string, { lane: 0 | 1, editor?: true, run: () => Promise<import('./suites/result.mjs').Result> }>}
 */
const suites = {
  check: { lane: 0, run: runCheck },
  unit: { lane: 0, run: () => runVitest('vitest.config.ts', 4 * minute) },
  stdio: { lane: 0, run: () => runVitest('test/stdio/vitest.config.ts', 3 * minute) },
  'command line': { lane: 0, run: () => runVitest('test/cli/vitest.config.ts', 3 * minute) },
  'extension host': { lane: 1, editor: true, run: () => runExtensionHost(4 * minute) },
  page: { lane: 1, editor: true, run: () => runVitest('test/page/vitest.config.ts', 4 * minute) },
};

await endWith(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    process.stderr.write(`There is no suite "${unknown[0]}"; there are: ${Object.keys(suites).join(', ')}.\n`);
    return 2;
  }
  const chosen = Object.entries(suites).filter(([name]) => asked.length === 0 || asked.includes(name));
  await prepare(chosen.some(([, suite]) => suite.editor));

  const counts = await Promise.all(
    [0, 1].map((lane) => runOneByOne(chosen.filter(([, suite]) => suite.lane === lane))),
  );
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

/** @param {boolean} withEditor */
async function prepare(withEditor) {
  await ensurePackages();
  if (withEditor) await Promise.all([ensureEditor(), ensureBrowser()]);
  const { code, output } = await run(process.execPath, ['scripts/build.mjs'], { cwd: root });
  if (code !== 0) throw new HostFailure('build', `"npm run build" failed with exit code ${code}:\n${output}`);
}

/** @param {readonly (readonly [string, typeof suites[string]])[]} chosen */
async function runOneByOne(chosen) {
  const count = { passed: 0, failed: 0 };
  for (const [name, suite] of chosen) {
    const result = await suite.run();
    process.stdout.write(report(name, result));
    count.passed += result.passed;
    count.failed += result.failures.length;
  }
  return count;
}
