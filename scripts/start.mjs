// `npm start`: installs what is missing, builds, shows the main job as a transcript, then opens the editor on samples/.
// Options: --no-editor ends after the transcript; --sandbox URL uses a sandbox that runs already.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePackages } from './host/install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const print = (line) => process.stdout.write(`${line}\n`);

let options;
try {
  options = parseArgs({ options: { 'no-editor': { type: 'boolean' }, sandbox: { type: 'string' } } }).values;
} catch (error) {
  process.stderr.write(`${error.message}\nUsage: npm start [-- --no-editor] [--sandbox URL]\n`);
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), 'pmjob-start-'));
let sandbox;
try {
  await ensurePackages();
  const { buildIfStale } = await import('./start/build.mjs');
  await buildIfStale(root);
  const { startSandbox } = await import('./start/sandbox.mjs');
  const { runTranscript } = await import('./start/transcript.mjs');
  sandbox = options.sandbox ? { url: options.sandbox, stop: async () => {} } : await startSandbox(cli);
  print(`pmjob: one job from file to platform, in ${options.sandbox ? 'the' : 'a'} sandbox at ${sandbox.url}`);
  await runTranscript({ cli, samples: join(root, 'samples'), folder, url: sandbox.url, print });
  print('\nEvery step did what it says.');
  if (!options['no-editor']) {
    const { openEditor } = await import('./start/editor.mjs');
    await openEditor({ root, folder: join(root, 'samples'), sandboxUrl: sandbox.url, print });
  }
} catch (error) {
  process.stderr.write(`\nStopped: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await sandbox?.stop();
  await rm(folder, { recursive: true, force: true });
}
