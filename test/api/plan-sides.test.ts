import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences } from '../../api/plan/diff.ts';
import { renderSides } from '../../api/plan/render-sides.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { sample } from '../sandbox/support.ts';
import { deskFor, planOf } from './support.ts';

const { preDeployActions: _, ...BODY } = sample('create-linux-rollback.request');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const action = (actionItem: string, text: string): JsonObject => ({
  action: 'Run Script',
  actionType: 'predeploy',
  params: { actionItem, timeout: 180 },
  script: base64(text),
  scriptType: 'sh',
});

test('what differs between the sides of a plan is what it changes', async () => {
  const desk = await deskFor();
  await desk.push({ ...BODY, preDeployActions: [action('one', 'echo one\n')] });
  const plan = planOf(
    await desk.prepare({
      ...BODY,
      timeout: 9,
      description: 'Another',
      preDeployActions: [action('one', 'echo one\necho more\n'), action('two', 'echo two\n')],
    }),
  );
  const differing = differences(plan.sides.before, plan.sides.after).map(({ pointer }) => pointer);
  // An action's id tells which one it is; it is not a change of it.
  expect(differing.sort()).toEqual(plan.changes.map(({ pointer }) => pointer).sort());
});

test('both sides are readable texts that hold no script, and each script is there in its lines', async () => {
  const desk = await deskFor();
  await desk.push({ ...BODY, preDeployActions: [action('one', 'echo one\n')] });
  const plan = planOf(
    await desk.prepare({ ...BODY, timeout: 9, preDeployActions: [action('one', 'echo one\necho s3cret\n')] }),
  );
  const { before = '', after, scripts } = await renderSides(plan);
  expect(scripts).toEqual([
    { label: 'Pre action 1: Script', type: 'sh', before: 'echo one\n', after: 'echo one\necho s3cret\n' },
  ]);
  for (const text of [before, after]) {
    expect(text).not.toContain(base64('echo one\n').slice(0, 8));
    expect(text).not.toContain('s3cret');
  }
  expect(before.split('\n').filter((line) => line.startsWith('//'))).toEqual(
    after.split('\n').filter((line) => line.startsWith('//')),
  );
  // What the platform makes differs from run to run: ids, its address, and the time at which the job was created.
  const steady = (text: string) =>
    text
      .replaceAll(/[0-9a-f-]{36}/g, 'ID')
      .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [AP]M/g, 'TIME');
  await expect(steady(after)).toMatchFileSnapshot(join(import.meta.dirname, 'fixtures', 'plan-sides.after.txt'));
});

test('a create has one side', async () => {
  const desk = await deskFor();
  const { before, after } = await renderSides(planOf(await desk.prepare(BODY)));
  expect(before).toBeUndefined();
  expect(after).toMatch(/^\/\/ A new job on sandbox/);
});
