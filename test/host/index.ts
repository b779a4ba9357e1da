import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/**
 * Runs the tests beside this file inside the extension host; the editor calls it. Their result goes, as JSON, to the file that
 * PMJOB_TEST_RESULT names: `{ passed, failures: [{ name, message }] }`.
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ timeout: 40_000, forbidOnly: true, forbidPending: true });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.js'))) {
    mocha.addFile(join(__dirname, file));
  }
  const failures: { name: string; message: string }[] = [];
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const running = mocha.run(() => resolve(running));
    running.on('fail', (test, error: Error) => {
      failures.push({ name: test.fullTitle(), message: error.stack ?? error.message });
    });
  });
  const result = { passed: runner.stats?.passes ?? 0, failures };
  const file = process.env.PMJOB_TEST_RESULT;
  if (file) writeFileSync(file, JSON.stringify(result));
  if (failures.length > 0) throw new Error(`${failures.length} tests failed`);
}
