// @ts-check
// Builds the tests of the extension host and runs them in a real VS Code. The extension itself must have been built before.
// `node test/host/run.mjs push pull` runs the files of these names alone.
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { desktopEditor } from '../../scripts/host/desktop.mjs';
import { root } from '../../scripts/host/packages.mjs';

const sources = join(root, 'test', 'host');
const built = join(root, 'test', '.out', 'host');

const temporary = await mkdtemp(join(tmpdir(), 'pmjob-host-'));
try {
  await buildTests();
  const workspace = join(temporary, 'workspace');
  await cp(join(sources, 'fixtures', 'workspace'), workspace, { recursive: true });
  await runTests({
    vscodeExecutablePath: desktopEditor() ?? join(root, 'scripts', 'host', 'launcher.mjs'),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(built, 'index.js'),
    launchArgs: [
      workspace,
      `--user-data-dir=${join(temporary, 'user')}`,
      `--extensions-dir=${join(temporary, 'extensions')}`,
    ],
  });
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true });
}

/** The editor loads CommonJS; each file of tests stays a file of its own, which the entry finds beside itself. */
async function buildTests() {
  const wanted = process.argv.slice(2).map((name) => `${name}.test.ts`);
  const tests = (await readdir(sources)).filter(
    (name) => name.endsWith('.test.ts') && (wanted.length === 0 || wanted.includes(name)),
  );
  await rm(built, { recursive: true, force: true });
  await mkdir(built, { recursive: true });
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(sources, name)),
    outdir: built,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.18',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
