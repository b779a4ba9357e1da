import { expect, test } from 'vitest';
import { markNumbers, nearestNumbers, writeJson } from '../../api/job/exact-number.ts';
import { readJson } from '../../api/job/read-json.ts';
import { renderValue } from '../../api/plan/render-value.ts';
import { sample } from '../sandbox/support.ts';
import { planOf } from './support.ts';
import { deskBehind } from './twisted.ts';

const BODY = sample('create-linux-rollback.request');

test.each([
  '12345678901234567890',
  '-12345678901234567890',
  '9007199254740993',
  '1e400',
  '-1E+400',
  '0.1234567890123456789',
  '[1,9007199254740993,{"a":"9007199254740993 1e400"}]',
  '"\\"12345678901234567890\\\\"',
  '{"9007199254740993":9007199254740993}',
])('%s is written as it was read', (text) => {
  expect(writeJson(readJson(text))).toBe(text);
});

test.each([
  '0',
  '-0',
  '1.0',
  '1e2',
  '0.1',
  '100',
  '1.50',
  '5e-7',
  '0.000',
  '9007199254740992',
  '1e21',
  '0.30000000000000004',
])('%s is a number like any other', (text) => {
  expect(markNumbers(text)).toBe(text);
  expect(readJson(text)).toBe(Number(text));
});

test('a number that cannot be kept is judged by the nearest one, and shown as it is', () => {
  expect(nearestNumbers(readJson('[12345678901234567890]') ?? null)).toEqual([12345678901234567000]);
  expect(renderValue(readJson('12345678901234567890'))).toBe('12345678901234567890');
  expect(renderValue(readJson('[9007199254740993]'))).toBe('[9007199254740993]');
});

test('a number of any size is sent as the file and the platform have it', async () => {
  const desk = await deskBehind((passing) => {
    if (passing.method === 'GET' && passing.path.startsWith('/pm/v1/deploymentjob/'))
      passing.body = passing.body.replace('{', '{"counter":9007199254740993,');
  });
  const { id } = await desk.push(BODY);
  const text = `{"id":"${id}","description":"Edited","batch":12345678901234567890}`;
  const plan = planOf(await desk.prepare(text));
  expect(plan.body).toContain('"counter":9007199254740993');
  expect(plan.body).toContain('"batch":12345678901234567890');
  expect(plan.changes.map(({ pointer }) => pointer).sort()).toEqual(['/batch', '/description']);
});
