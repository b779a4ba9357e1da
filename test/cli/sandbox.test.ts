import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { pmjob, start } from './support/pmjob.ts';

async function started(folder: string, ...words: string[]) {
  const child = start(['sandbox', ...words], { folder });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, line: String(line), url: String(line).replace('listening on ', '') };
}

test.each(['SIGINT', 'SIGTERM'] as const)('the sandbox says where it listens and ends at %s', async (signal) => {
  const { path } = await emptyFolder();
  const { child, line, url } = await started(path, '--port', '0');
  expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${url}/pm/v1/deploymentjobs/summary`)).status).toBe(401);
  child.kill(signal);
  expect((await once(child, 'close'))[0]).toBe(0);
});

test('it ends with its parent only when asked to', async () => {
  const { path } = await emptyFolder();
  const bound = await started(path, '--exit-with-stdin');
  bound.child.stdin.end();
  expect((await once(bound.child, 'close'))[0]).toBe(0);

  const free = await started(path);
  free.child.stdin.end();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await fetch(`${free.url}/pm/v1/deploymentjobs/summary`)).status).toBe(401);
  free.child.kill('SIGTERM');
  await once(free.child, 'close');
});

test('a port that is taken and a state file that is none are said in a sentence', async () => {
  const folder = await emptyFolder();
  const { child, url } = await started(folder.path);
  const taken = await pmjob(['sandbox', '--port', new URL(url).port], { folder: folder.path });
  expect(taken.notes).toContain(new URL(url).port);
  expect([taken.code, taken.result]).toEqual([2, '']);
  child.kill('SIGTERM');
  await once(child, 'close');
  await folder.write('state.json', 'not this');
  const odd = await pmjob(['sandbox', '--state', 'state.json'], { folder: folder.path });
  expect(odd.notes).toContain('state.json');
  expect(odd.code).toBe(2);
  expect(await folder.read('state.json')).toBe('not this');
});
