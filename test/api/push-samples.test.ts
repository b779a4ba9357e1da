import { expect, test } from 'vitest';
import type { JsonObject } from '../../schemas/json.ts';
import { sample } from '../sandbox/support.ts';
import { deskFor, outcomeOf, planOf } from './support.ts';

test.each(['create-linux-rollback', 'create-windows-chained'])('%s: created, then unchanged', async (name) => {
  const desk = await deskFor();
  const body = sample(`${name}.request`);

  const created = await desk.push(body);
  expect(created).toMatchObject({ kind: 'created', notes: [] });
  const stored = await desk.sandbox.read(created.id);
  expect(stored.job.name).toBe(body.name);

  const again = await desk.push(body);
  expect(again).toMatchObject({ kind: 'unchanged', id: created.id, changes: [], notes: [] });
  expect(await desk.writes()).toEqual(['POST /pm/v1/deploymentjob']);
});

test.each(['linux-rollback', 'windows-chained'])('update-%s: updated, then unchanged', async (name) => {
  const desk = await deskFor();
  const { id } = await desk.sandbox.create(sample(`create-${name}.request`));
  const body: JsonObject = { ...sample(`update-${name}.request`), id: id ?? null };

  const updated = await desk.push(body);
  expect(updated).toMatchObject({ kind: 'updated', id });
  const again = await desk.push(body);
  expect(again).toMatchObject({ kind: 'unchanged', id, changes: [] });
  expect(await desk.writes()).toEqual(['POST /pm/v1/deploymentjob', `PATCH /pm/v1/deploymentjob/update/${id}`]);
});

test('a plan names each smallest changed value in words, and shows no script', async () => {
  const desk = await deskFor();
  const body = sample('create-windows-chained.request');
  await desk.push(body);
  const text = JSON.stringify(body)
    .replace('"threshold":"100"', '"threshold":"80"')
    .replace('"alwaysShowCompletedPrompt":true', '"alwaysShowCompletedPrompt":false')
    .replace('"interval":15', '"interval":20')
    .replace(
      /"script":"[^"]+","scriptType":"ps"\}\],"postDeployActions"/,
      '"script":"bHM=","scriptType":"ps"}],"postDeployActions"',
    );

  const plan = planOf(await desk.prepare(text));

  expect(plan.changes.map(({ pointer, label }) => `${pointer} ${label}`)).toEqual([
    '/postDeployment/rebootCountdown/interval Reboot countdown: Length',
    '/postDeployment/onComplete/alwaysShowCompletedPrompt When the deployment is complete: Always show the completion window',
    '/preDeployActions/0/script Pre action 1: Script',
    '/chainedJobRule/0/threshold Chain rules: Success threshold',
  ]);
  expect(plan.changes.filter(({ script }) => !script).map(({ before, after }) => [before, after])).toEqual([
    [15, 20],
    [true, false],
    [100, 80],
  ]);
  const script = plan.changes[2];
  expect(script?.script).toBe(true);
  expect(script?.after).toEqual({
    sha256: 'c7b68ac37f364473e922936708e7f43c293dd07b295171566c07ff5fe024fab9',
    length: 2,
    lines: 1,
  });
  expect(JSON.stringify(plan.changes)).not.toContain('bHM=');
});

test('a create that nobody confirms sends nothing and leaves nothing', async () => {
  const desk = await deskFor();
  planOf(await desk.prepare(sample('create-linux-rollback.request')));
  expect(await desk.writes()).toEqual([]);
  await expect(desk.files()).rejects.toThrow('ENOENT');
});

test('a file with errors is stopped, unless a person goes on knowingly', async () => {
  const desk = await deskFor();
  const body = { ...sample('create-linux-rollback.request'), platform: 'linux' };
  const stopped = outcomeOf(await desk.prepare(body));
  expect(stopped).toMatchObject({
    kind: 'invalid',
    findings: expect.arrayContaining([expect.objectContaining({ pointer: '/platform' })]),
  });
  expect(await desk.push(body, { allowErrors: true })).toMatchObject({
    kind: 'rejected',
    failure: { kind: 'rejected', code: '2501' },
  });
  expect(await desk.files()).toEqual(expect.not.arrayContaining([expect.stringContaining('intents')]));
});

test('what is no job at all is invalid', async () => {
  const desk = await deskFor();
  for (const text of ['', '[]', '"x"', '{', `${'['.repeat(10_000)}${']'.repeat(10_000)}`])
    expect(outcomeOf(await desk.prepare(text, { allowErrors: true })).kind, text.slice(0, 5)).toBe('invalid');
});
