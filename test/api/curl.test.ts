import { execFile } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlOf } from '../../api/curl.ts';
import { writeJson } from '../../api/job/exact-number.ts';
import { sample } from '../sandbox/support.ts';
import { deskFor, planOf, temporaryFolder } from './support.ts';

const TOKEN = 'eyJ.to"ken\' $HOME';

/** Runs a command with a `curl` that writes down its arguments and what it is given; answers both. */
async function run(command: string): Promise<{ words: string[]; body: string }> {
  const folder = await temporaryFolder();
  const stub = `#!/bin/sh\nfor word in "$@"; do printf '%s\\0' "$word"; done > "${folder}/words"\ncat > "${folder}/body"\n`;
  await writeFile(join(folder, 'curl'), stub);
  await chmod(join(folder, 'curl'), 0o755);
  await writeFile(join(folder, 'command.sh'), command);
  const env = { PATH: `${folder}:/usr/bin:/bin`, PMJOB_TOKEN: TOKEN, LC_ALL: 'C' };
  await promisify(execFile)('/bin/sh', [join(folder, 'command.sh')], { env });
  const words = (await readFile(join(folder, 'words'), 'utf8')).split('\0').slice(0, -1);
  return { words, body: await readFile(join(folder, 'body'), 'utf8') };
}

test('an update as curl is the request that the push then sends, byte for byte', async () => {
  const desk = await deskFor();
  const body = { ...sample('create-linux-rollback.request'), name: `it's a "job" $(rm -rf /) \`x\` \\ ! %s ünï 漢字` };
  await desk.push(body);
  const plan = planOf(await desk.prepare({ ...body, description: '#1 \n\t\u009b $PMJOB_TOKEN' }));
  const { words, body: given } = await run(curlOf(plan, desk.dependencies.session.connection));
  expect(given).toBe(plan.body);
  expect(words).toEqual([
    '--request',
    'PATCH',
    `${desk.sandbox.url}/pm/v1/deploymentjob/update/${plan.id}`,
    '--header',
    'accept: application/json',
    '--header',
    `authorization: Bearer ${TOKEN}`,
    '--header',
    'content-type: application/json',
    '--data-binary',
    '@-',
  ]);
});

test('a create names the address of a create, and no token', async () => {
  const desk = await deskFor();
  const plan = planOf(await desk.prepare(sample('create-windows-chained.request')));
  const command = curlOf(plan, desk.dependencies.session.connection);
  expect(command).toContain('$PMJOB_TOKEN');
  expect(command).not.toContain('Bearer sandbox');
  const { words, body } = await run(command);
  expect(words.slice(0, 3)).toEqual(['--request', 'POST', `${desk.sandbox.url}/pm/v1/deploymentjob`]);
  expect(body).toBe(plan.body);
});

test('what curl would take for a pattern it is told not to', () => {
  expect(curlOf({ body: '{}' }, { baseUrl: 'http://[::1]:8080' })).toContain('curl --globoff ');
});

test('a body is longer than an argument may be', async () => {
  const body = writeJson({ name: 'x'.repeat(500_000) });
  expect((await run(curlOf({ body }, { baseUrl: 'https://one.example' }))).body).toBe(body);
});

test('no text leaves its quotes', async () => {
  const text = fc.string({
    unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', '#', '%', ' ', 'a', 'é', '\u2028'),
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(text, async (name) => {
      const body = writeJson({ name });
      expect((await run(curlOf({ body }, { baseUrl: 'https://one.example' }))).body).toBe(body);
    }),
    { numRuns: 30, seed: 7 },
  );
});
