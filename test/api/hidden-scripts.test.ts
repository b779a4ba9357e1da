import { expect, test } from 'vitest';
import { changeLines } from '../../api/history-text.ts';
import { writeJson } from '../../api/job/exact-number.ts';
import { normalise } from '../../api/job/normalise.ts';
import { createChanges, updateChanges } from '../../api/plan/changes.ts';
import { serverChanges } from '../../api/plan/conflicts.ts';
import { renderSides } from '../../api/plan/render-sides.ts';
import { renderPlan } from '../../api/plan/render-text.ts';
import { describeConflict } from '../../api/push/outcome-text.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { sample } from '../sandbox/support.ts';
import { deskFor, planOf } from './support.ts';

const { preDeployActions: _, postDeployActions: __, ...BODY } = sample('create-windows-chained.request');
const LINES = '$password="Sup3rS3cret!"\nRestart-Computer -Force\n';
const BASE64 = Buffer.from(LINES).toString('base64');
const ID = '07eed865-d8e2-4cba-9c2a-27eeeef0598a';

/** The script under every key but its own, at every depth. */
function misplaced(script: string): JsonObject {
  return {
    ...BODY,
    payload: script,
    preDeployActions: [
      {
        action: 'Run Script',
        actionType: 'predeploy',
        params: { actionItem: 'x', Script: script, more: [{ scirpts: [script, LINES] }] },
        scirpt: script,
        scriptType: 'ps',
        downloadURL: 'https://deploy:hunter2@example.com/a.ps1',
      },
    ],
  };
}

function expectNothingSecret(text: string): void {
  for (const secret of [BASE64.slice(0, 24), 'Sup3rS3cret', 'Restart-Computer', 'hunter2'])
    expect(text).not.toContain(secret);
}

test('a plan of a create shows a script under any other key as scripts are, and so does the history', async () => {
  const changes = await createChanges(normalise(misplaced(BASE64)));
  expectNothingSecret(JSON.stringify(changes));
  const entry = { when: '', who: '', file: '', connection: '', origin: 'http://x', action: '', outcome: '' };
  const lines = changeLines({ ...entry, key: '', customerId: '', changes, isShortened: false, hasVersion: false });
  expectNothingSecret(lines.join('\n'));
  expect(lines.join('\n')).toMatch(/\+ payload: script of 2 lines, 49 bytes, SHA-256 [0-9a-f]{12}…/);
});

test('an update, its removals and the conflict with what somebody else wrote show none either', async () => {
  const other = Buffer.from(`${LINES}exit 0\n`).toString('base64');
  const [was, becomes] = [normalise(misplaced(BASE64)), normalise(misplaced(other))];
  const changes = await updateChanges(was, becomes);
  expectNothingSecret(JSON.stringify(changes));
  expect(changes.find(({ pointer }) => pointer === '/payload')?.after).toMatchObject({ lines: 3 });
  expectNothingSecret(JSON.stringify(await updateChanges(was, normalise({ ...BODY, preDeployActions: [] }))));
  const { conflicts } = await serverChanges(normalise({ ...BODY }), was, becomes);
  expect(conflicts).not.toHaveLength(0);
  expectNothingSecret(JSON.stringify(conflicts) + conflicts.map(describeConflict).join(''));
});

test('both sides of a plan in the editor hold neither such a script nor the password of an address', async () => {
  const desk = await deskFor();
  const plan = planOf(await desk.prepare(misplaced(BASE64), { allowErrors: true }));
  const before = { ...plan.sides.after };
  const after = JSON.parse(writeJson(plan.sides.after).replaceAll('hunter2', 'hunter3'));
  const sides = await renderSides({ ...plan, sides: { before, after } });
  expectNothingSecret(`${sides.before}${sides.after}`);
  expect(sides.after).not.toContain('hunter3');
  expect(sides.before).toContain('https://deploy:…@example.com/a.ps1"');
  expect(sides.after).toContain('https://deploy:…@example.com/a.ps1 with another password or key"');
  expect(sides.after).toMatch(/"payload": "script of 2 lines, 49 bytes/);
  expectNothingSecret(renderPlan(plan).join('\n'));
});

test('what only resembles a script stays readable', async () => {
  const readable = {
    ...BODY,
    hashes: ['a3'.repeat(32)],
    ids: [ID, ID.replaceAll('7', '8')],
    note: 'A long sentence about 120 machines in Berlin which nobody would take for a script',
    link: 'https://example.com/Deploy/Version2/SomeVeryLongNameOfAnInstaller/Agent.msi',
    description: 'In two\nlines',
  };
  const told = JSON.stringify(await createChanges(normalise(readable)));
  for (const text of ['a3'.repeat(32), ID, readable.note, readable.link, 'In two\\nlines'])
    expect(told).toContain(text);
});

test('a script that has come to stand as a key is not shown either, and one that is none is told of as such', async () => {
  const action = { action: 'Run Script', script: 12345, [BASE64]: 1, params: { [BASE64]: 2 } };
  const desk = await deskFor();
  const plan = planOf(await desk.prepare({ ...BODY, preDeployActions: [action] }, { allowErrors: true }));
  const text = renderPlan(plan).join('\n');
  expectNothingSecret(text);
  expect(text).toContain('+ Pre action 1: a key that looks like a script: 1\n');
  expect(text).toContain('+ Pre action 1: Script: something that is no script\n');
});
