// @ts-check
// What `npm run bench` runs, also on a fresh clone: installs what is missing, builds, and measures. See docs/performance.md.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { run } from './host/command.mjs';
import { endWith, HostFailure } from './host/failure.mjs';
import { ensurePackages, root } from './host/packages.mjs';

const folder = join(root, 'bench');

await endWith(async () => {
  await ensurePackages();
  await ensurePackages(folder);
  const { code, output } = await run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root });
  if (code !== 0) throw new HostFailure('build', `"npm run build" failed with exit code ${code}:\n${output}`);
  return measure(process.argv.slice(2));
});

/**
 * @param {readonly string[]} words
 * @returns {Promise<number>} the exit code
 */
function measure(words) {
  return new Promise((resolve, reject) => {
    const program = ['--import', 'tsx', join(folder, 'main.ts'), ...words];
    const child = spawn(process.execPath, program, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
