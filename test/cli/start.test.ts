import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type RunningSandbox, runningSandbox } from './support/sandbox.ts';

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

test('the transcript of npm start says after each step what the server holds', async () => {
  const { code, output } = await transcript(await runningSandbox());
  const held = output.split('\n').filter((line) => line.includes('The server holds'));
  expect(held.map((line) => line.replace(/[0-9a-f-]{36}/, 'ID').trim())).toEqual([
    'The server holds: no job named "Notepad++ after the pre-checks".',
    'The server holds: no job named "Notepad++ after the pre-checks".',
    'The server holds: job ID, alwaysShowCompletedPrompt true, chain threshold 100 %.',
    'The server holds: job ID, alwaysShowCompletedPrompt true, chain threshold 100 %.',
    'The server holds: job ID, alwaysShowCompletedPrompt false, chain threshold 80 %.',
    'The server holds: job ID, alwaysShowCompletedPrompt false, chain threshold 80 %.',
    'The server holds: job ID, alwaysShowCompletedPrompt false, chain threshold 80 %.',
    'The server holds: patch window 8 hours, reboot countdown 30 minutes.',
    'The server holds: patch window 8 hours, reboot countdown 30 minutes.',
    'The server holds: patch window 8 hours, reboot countdown 20 minutes.',
    'The server holds: job ID, alwaysShowCompletedPrompt false, chain threshold 80 %.',
  ]);
  expect(code).toBe(0);
});

test('a step whose request the platform does not answer ends the transcript with a failure', async () => {
  const sandbox = await runningSandbox();
  await sandbox.fault({ match: { method: 'PATCH' }, fault: 'server-error' });
  const { code, output } = await transcript(sandbox);
  expect(output).toContain('pmjob push ended with exit code 4, not 0.');
  expect(code).toBe(1);
});

test('a step that ended well but left something else on the server ends the transcript with a failure', async () => {
  const body = {
    name: 'Notepad++ after the pre-checks',
    platform: 'Windows',
    type: 'Install',
    scheduleType: 'On-demand',
  };
  const sandbox = await runningSandbox();
  await sandbox.fault({
    match: { method: 'GET', path: '/pm/v1/deploymentjobs/summary' },
    fault: 'created-by-somebody-else',
    body,
  });
  const { code, output } = await transcript(sandbox);
  expect(output).toContain(
    'The server holds 1 jobs named "Notepad++ after the pre-checks", though nothing was pushed.',
  );
  expect(code).toBe(1);
});

async function transcript(sandbox: RunningSandbox): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [START, '--no-editor', '--sandbox', sandbox.url]);
  const [result, notes] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, output: result + notes };
}
