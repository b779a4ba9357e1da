// @ts-check
// What `npm test` runs, also as the very first command on a fresh clone: installs what is missing, builds, runs the suites.
// `npm test -- unit page` runs those alone; UPDATE=1 rewrites the expectations.
import { run } from './host/command.mjs';
import { desktopEditor } from './host/desktop.mjs';
import { endWith, HostFailure } from './host/failure.mjs';
import { ensureBrowser, ensureEditor, ensurePackages } from './host/install.mjs';
import { root } from './host/packages.mjs';
import { runCheck } from './suites/check.mjs';
import { runExtensionHost } from './suites/extension-host.mjs';
import { couldNotRun, report } from './suites/result.mjs';
import { runVitest } from './suites/vitest.mjs';

const minute = 60_000;

/** What suites need, each made once, when a suite first asks for it. */
const packages = once(ensurePackages);
const built = once(async () => {
  await packages();
  const { code, output } = await run(process.execPath, ['scripts/build.mjs'], { cwd: root });
  if (code === 0) return;
  const [told] = output.split(/\n.*node_modules.esbuild.lib.main\.js/);
  throw new HostFailure('build', `"npm run build" failed with exit code ${code}:\n${told}`);
});
const webEditor = once(async () => {
  await ensureEditor();
  await ensureBrowser();
});
const anyEditor = async () => (desktopEditor() ? undefined : webEditor());

/**
 * An editor on a busy machine is so slow that waits on its screen end in vain; other suites give way to it.
 *
 * @param {string} config
 * @param {number} patience milliseconds
 */
const behind = (config, patience) => runVitest(config, patience, { givesWay: true });

/**
 * The suites by name. Two run at a time, one for each of two cores: those in an editor, whose waits a third would exhaust,
 * one after another beside the others, in this order. Whichever side is done first helps the other; the last suite takes both
 * cores.
 *
 * @typedef {{ inEditor?: true, needs: (() => Promise<unknown>)[], run: () => Promise<import('./suites/result.mjs').Result> }} Suite
 * @type {Record<string, Suite>}
 */
const suites = {
  'extension host': { inEditor: true, needs: [built, anyEditor], run: () => runExtensionHost(10 * minute) },
  page: { inEditor: true, needs: [built, webEditor], run: () => runVitest('test/page/vitest.config.mts', 9 * minute) },
  unit: { needs: [packages], run: () => behind('vitest.config.mts', 13 * minute) },
  'command line': { needs: [built], run: () => behind('test/cli/vitest.config.mts', 12 * minute) },
  stdio: { needs: [built], run: () => behind('test/stdio/vitest.config.mts', 8 * minute) },
  check: { needs: [packages], run: runCheck },
  faults: { needs: [built], run: () => behind('test/faults/vitest.config.mts', 12 * minute) },
};

await endWith(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in suites));
  if (unknown !== undefined) {
    process.stderr.write(`There is no suite "${unknown}"; there are: ${Object.keys(suites).join(', ')}.\n`);
    return 2;
  }
  const chosen = Object.entries(suites).filter(([name]) => asked.length === 0 || asked.includes(name));
  const inEditor = chosen.filter(([, suite]) => suite.inEditor);
  const others = chosen.filter(([, suite]) => !suite.inEditor);
  const counts = await Promise.all([runAll(inEditor, others), runAll(others)]);
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

/**
 * Runs what nobody took from the queues, one after another.
 *
 * @param {[string, Suite][][]} queues
 */
async function runAll(...queues) {
  const count = { passed: 0, failed: 0 };
  for (const queue of queues)
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [name, suite] = next;
      const result = await runSuite(suite);
      process.stdout.write(report(name, result));
      count.passed += result.passed;
      count.failed += result.failures.length;
    }
  return count;
}

/**
 * One suite that cannot run does not keep the others from running.
 *
 * @param {Suite} suite
 */
async function runSuite(suite) {
  try {
    for (const need of suite.needs) await need();
    return await suite.run();
  } catch (failure) {
    return couldNotRun(failure instanceof HostFailure ? failure.message : String(failure));
  }
}

/**
 * @template T
 * @param {() => Promise<T>} make
 * @returns {() => Promise<T>}
 */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => {
    made ??= make();
    return made;
  };
}
