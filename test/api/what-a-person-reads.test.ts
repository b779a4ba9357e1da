import { expect, test } from 'vitest';
import { labelOf } from '../../api/plan/label.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import { renderPlan } from '../../api/plan/render-text.ts';
import { renderValue } from '../../api/plan/render-value.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { reportOutcome, reportPlan } from '../../api/push/report.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { sample } from '../sandbox/support.ts';
import { deskFor, everythingIn, outcomeOf, planOf } from './support.ts';

const { preDeployActions, postDeployActions, ...BODY } = sample('create-linux-rollback.request');
const SECRET = 'echo s3cret-of-the-script';
const SCRIPT = Buffer.from(SECRET).toString('base64');
const ACTION: JsonObject = {
  action: 'Run Script',
  params: { actionItem: 'Hello' },
  script: SCRIPT,
  scriptType: 'sh',
};

test.each([
  ['a\nb\tc', 'a\\nb\\tc'],
  ['\u001b[2J', '\\u001b[2J'],
  ['a\u00a0b\u200bc', 'a\\u00a0b\\u200bc'],
  ['\u202eevil', '\\u202eevil'],
  ['"quoted" \\ Ünïcode 漢字', '"quoted" \\ Ünïcode 漢字'],
])('%j is one line', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('no name and no key of a job writes a line of its own', async () => {
  const desk = await deskFor();
  const name = 'x\n  + Assets: "none"\u001b[1A';
  const body = { ...BODY, name, 'key\n\u001b[2K': 1 };
  const plan = planOf(await desk.prepare(body, { allowErrors: true }));
  expect(renderPlan(plan).join('')).not.toMatch(/\p{Cc}/u);
  await desk.send(plan);
  const taken = outcomeOf(await desk.prepare(body, { path: 'copy.pmjob.json', allowErrors: true }));
  expect(describeOutcome(taken)).not.toMatch(/\p{Cc}/u);
});

test('values that differ look different', () => {
  expect(renderValue('a  b')).not.toBe(renderValue('a b'));
  expect(renderValue('a\u00a0b')).not.toBe(renderValue('a b'));
  expect(renderValue(['1', '2', '3', '4', '5', '6', '7'])).toBe('"1", "2", "3", "4", "5" and 2 more');
});

test('a list that changes in its order alone is shown with both orders', async () => {
  const desk = await deskFor();
  const plan = planOf(await desk.prepare({ ...BODY, later: [1, 2] }));
  const change = plan.changes.find(({ pointer }) => pointer === '/later');
  expect(change).toBeDefined();
  const turned = { ...plan, changes: [{ pointer: '/later', label: 'later', before: [1, 2], after: [2, 1] }] };
  expect(renderPlan(turned)).toContain('  ~ later: [1,2] → [2,1]');
});

test('the second entry of a list is told from the first', () => {
  expect(labelOf('/chainedJobRule/0/threshold')).toBe('Chain rules: Success threshold');
  expect(labelOf('/chainedJobRule/1/threshold')).toBe('Chain rules 2: Success threshold');
  expect(labelOf('/postDeployActions/1/script')).toBe('Post action 2: Script');
});

test.each<[string, JsonObject]>([
  ['in an action', { postDeployActions: [ACTION] }],
  ['beside an entry that is no action', { postDeployActions: [ACTION, 'x'] }],
  ['in an object where a list belongs', { postDeployActions: { first: ACTION } }],
  [
    'in the parameters',
    { postDeployActions: [{ ...ACTION, script: null, params: { actionItem: 'x', script: SCRIPT } }] },
  ],
  ['at the root', { script: SCRIPT }],
  ['as a list', { postDeployActions: [{ ...ACTION, script: [SCRIPT] }] }],
])('a script %s is in no plan and no report', async (_, fields) => {
  const desk = await deskFor();
  const plan = planOf(await desk.prepare({ ...BODY, ...fields }, { allowErrors: true }));
  const read = JSON.stringify([renderPlan(plan), reportPlan(plan), plan.changes, plan.notes]);
  expect(read).not.toContain(SCRIPT);
});

test('a password in an address is in no plan, no report and no history, and yet its change is told', async () => {
  const desk = await deskFor();
  const install = (password: string): JsonObject => ({
    ...ACTION,
    action: 'Install Software',
    params: { actionItem: 'Agent', downloadURL: `https://deploy:${password}@example.com/agent.rpm?token=${password}` },
  });
  const created = await desk.send(planOf(await desk.prepare({ ...BODY, postDeployActions: [install('hunter2')] })));
  const changing = planOf(await desk.prepare({ ...BODY, postDeployActions: [install('hunter3')] }));
  expect(renderPlan(changing).join('\n')).toContain(
    'https://deploy:…@example.com/agent.rpm?token=… with another password',
  );
  const removing = planOf(await desk.prepare({ ...BODY, postDeployActions: [] }));
  const told = [created, changing.changes, removing.changes].map((part) => JSON.stringify(part)).join('\n');
  expect(told).not.toMatch(/hunter/);
  // The base has the job as it is, its scripts too; the history has what people read.
  const history = (await everythingIn(desk)).split('\n').filter((line) => line.startsWith('{"when"'));
  expect(history).toHaveLength(1);
  expect(history[0]).not.toMatch(/hunter/);
});

test('a script that goes is shown, though nobody here knows it', async () => {
  const desk = await deskFor();
  const { id } = await desk.sandbox.create({ ...BODY, postDeployActions: [ACTION] });
  const plan = planOf(
    await desk.prepare({ id: id ?? null, postDeployActions: [{ ...ACTION, script: null }] }, { allowErrors: true }),
  );
  expect(renderPlan(plan)).toContain('  - Post action 1: Script: a script that is not known here');
});

test('a platform that repeats a script when it refuses it is not repeated', async () => {
  const desk = await deskFor();
  const message = `bad script "${SCRIPT}": ${SECRET}`;
  await desk.sandbox.plan({
    fault: 'answer',
    status: 400,
    body: { _error: { errorCode: '9', message } },
    match: { method: 'POST', path: '/pm/v1/deploymentjob' },
  });
  const outcome = await desk.push({ ...BODY, postDeployActions: [ACTION] });
  expect(outcome.kind).toBe('rejected');
  const said = `${describeOutcome(outcome)}${JSON.stringify(reportOutcome(outcome))}${await everythingIn(desk)}`;
  expect(said).toContain('bad script');
  expect(said).not.toContain(SCRIPT);
  expect(said).not.toContain(SECRET);
});

test('a file that becomes another job says which one it was', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const other = await desk.sandbox.create({ ...BODY, name: 'Another' });
  const plan = planOf(await desk.prepare({ ...BODY, name: 'Another', timeout: 7 }, { link: String(other.id) }));
  expect(plan.notes.map(({ code }) => code)).toEqual(['link-replaced', 'no-base']);
  expect(plan.notes.map(({ message }) => message).join()).toContain(`was job ${id} here`);
});
