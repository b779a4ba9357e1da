import { expect, test } from 'vitest';
import { pullJob } from '../../api/pull.ts';
import { judgeText } from '../../server/judge.ts';
import { PARENT_ID, sample } from '../sandbox/support.ts';
import { type Desk, deskFor, NEVER, outcomeOf, planOf } from './support.ts';

async function pull(desk: Desk, id: string | undefined, options: Parameters<typeof pullJob>[2] = {}) {
  const pulled = await pullJob(id ?? '', desk.dependencies, options, NEVER);
  if (pulled.kind !== 'pulled') throw new Error(JSON.stringify(pulled));
  return pulled;
}

test.each(['create-linux-rollback', 'create-windows-chained'])(
  '%s: pulled, it has no error and changes nothing',
  async (name) => {
    const desk = await deskFor();
    const { id } = await desk.push(sample(`${name}.request`));
    const pulled = await pull(desk, id);
    expect(pulled.notes).toEqual([]);
    expect(pulled.text).toMatch(/^\{\n {2}"id": ".*",\n {2}"name": /);
    expect(pulled.text).toMatch(/\n\}\n$/);
    expect(pulled.text).not.toMatch(/null|linkedToJob|customerId|\/Script"/);
    expect(judgeText(pulled.text).filter(({ severity }) => severity === 'error')).toEqual([]);

    await pulled.record('pulled.pmjob.json');
    expect(outcomeOf(await desk.prepare(pulled.text, { path: 'pulled.pmjob.json' }))).toMatchObject({
      kind: 'unchanged',
      id,
      changes: [],
    });
  },
);

test('a pulled file can be created on another platform', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(sample('create-linux-rollback.request'));
  const pulled = await pull(desk, id);
  await pulled.record('pulled.pmjob.json');
  const elsewhere = await deskFor({ folder: desk.folder });
  const plan = planOf(await elsewhere.prepare(pulled.text, { path: 'pulled.pmjob.json' }));
  expect(plan.action).toBe('create');
  expect(plan.body).not.toMatch(/actionId"|"id"/);
  expect((await elsewhere.send(plan)).kind).toBe('created');
});

test('a script that nobody knows is left out and said; what the file held is kept', async () => {
  const desk = await deskFor();
  const without = await pull(desk, PARENT_ID);
  expect(without.notes.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['script-left-out', '/postDeployActions/0/script'],
  ]);
  expect(JSON.parse(without.text).postDeployActions[0]).not.toHaveProperty('script');
  await without.record('pulled.pmjob.json');
  expect(outcomeOf(await desk.prepare(without.text, { path: 'pulled.pmjob.json' })).kind).toBe('unchanged');
  const edited = without.text.replace('"only pre post"', '"Renamed"');
  expect(outcomeOf(await desk.prepare(edited, { path: 'pulled.pmjob.json' }))).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'script-unknown' }],
  });

  const body = JSON.parse(without.text);
  body.postDeployActions[0].script = 'bHM=';
  const again = await pull(desk, PARENT_ID, { currentText: JSON.stringify(body) });
  expect(again.notes.map(({ code }) => code)).toEqual(['script-from-file']);
  expect(JSON.parse(again.text).postDeployActions[0].script).toBe('bHM=');
});

test('a job that is not there, and a file that is another job', async () => {
  const desk = await deskFor();
  const id = '00000000-0000-4000-8000-000000000000';
  expect(await pullJob(id, desk.dependencies, {}, NEVER)).toEqual({
    kind: 'failed',
    failure: { kind: 'job-gone', id },
  });
  await desk.push(sample('create-linux-rollback.request'));
  const other = await pull(desk, PARENT_ID, { path: 'job.pmjob.json' });
  expect(other.notes.map(({ code }) => code)).toContain('link-replaced');
});
