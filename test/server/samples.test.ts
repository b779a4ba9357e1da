import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../schemas/json.ts';
import { judgeBody, judgeBytes, judgeText } from '../../server/judge.ts';
import { offsetOf } from '../rules/marked-text.ts';

const folder = join(import.meta.dirname, '../samples');
const repaired = readdirSync(folder).filter((name) => name.endsWith('.json'));
const printed = readdirSync(join(folder, 'as-printed'));
// As printed it sends a percentage that no event reads, which is a hint.
const chained = readFileSync(join(folder, 'create-windows-chained.request.json'), 'utf8').replace(
  '"onJobComplete": false',
  '"onJobComplete": true',
);

describe('the bodies of the release notes', () => {
  test('are eight', () => {
    expect([repaired.length, printed.length]).toEqual([8, 8]);
  });

  test.each(repaired)('%s has no error, and nothing is said of it but what is true', (name) => {
    const found = judgeText(readFileSync(join(folder, name), 'utf8'));
    const said = found.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
    expect(said.sort()).toEqual(name.endsWith('.response.json') ? saidOfAnAnswer(name) : [UNUSED_PERCENTAGE]);
  });

  test.each(printed)('%s, as printed, is found to be pasted, once', (name) => {
    const found = judgeText(readFileSync(join(folder, 'as-printed', name), 'utf8'));
    expect(found.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['pasted-text']);
    expect(found.map(({ code }) => code)).toContain('email-masked');
  });
});

// All eight send a percentage that only onJobComplete reads, and send that as false.
const UNUSED_PERCENTAGE = 'hint percentage-unused /notification/notificationConfigs/completedPercentage';

/** An answer is no body to send: its scripts are paths on the server, and it may hold the linked job in full. */
function saidOfAnAnswer(name: string): string[] {
  const firstSign = name.includes('chained') ? '/linkedToJob' : '/preDeployActions';
  return [
    UNUSED_PERCENTAGE,
    `information copied-response ${firstSign}`,
    'warning script-is-server-path /postDeployActions/0/script',
    'warning script-is-server-path /preDeployActions/0/script',
  ];
}

// Each mistake of the acceptance list, made in a sample: what is written instead of what, the code, the text underlined.
const mistakes: [what: string, from: string | RegExp, to: string, code: string, underlined: string][] = [
  ['chainedJobRule as an object', /\[(\s*\{\s*"field"[^}]*\})\s*\]/, '$1', 'wrong-type', '{'],
  ['threshold 0', '"threshold": "100"', '"threshold": 0', 'chain-threshold', '0'],
  ['threshold 101', '"threshold": "100"', '"threshold": 101', 'chain-threshold', '101'],
  [
    'alwaysShowCompletedPrompt as text',
    '"alwaysShowCompletedPrompt": true',
    '"alwaysShowCompletedPrompt": "true"',
    'wrong-type',
    '"true"',
  ],
  [
    'alwaysShowCompletedPrompt at the root',
    '"preDeployment": null',
    '"alwaysShowCompletedPrompt": true',
    'misplaced-field',
    '"alwaysShowCompletedPrompt"',
  ],
  ['platform "windows"', '"Windows"', '"windows"', 'unknown-value', '"windows"'],
  ['a missing type', '  "type": "Install",\n', '', 'missing-field', '{'],
  [
    'a UUID of 35 characters',
    'ac66e55a-efc6-4a8d-9f61-00d871572b96',
    'ac66e55a-efc6-4a8d-9f61-00d871572b9',
    'bad-format',
    '"ac66e55a-efc6-4a8d-9f61-00d871572b9"',
  ],
  [
    'startDateTime in 24-hour form',
    '"scheduleType": "On-demand"',
    '"scheduleType": "Once", "startDateTime": "2030-01-15 22:00:00"',
    'bad-format',
    '"2030-01-15 22:00:00"',
  ],
];

test.each(mistakes)('%s is found at its place and nothing else is', (_, from, to, code, underlined) => {
  const text = chained.replace(from, to);
  expect(text).not.toBe(chained);
  const found = judgeText(text).map(({ code: spoken, range }) => [
    spoken,
    text.slice(offsetOf(text, range.start), offsetOf(text, range.end)),
  ]);
  expect(found).toEqual([[code, underlined]]);
});

test('a body that was composed is judged whole, though it has an id', () => {
  const body: JsonObject = JSON.parse(chained);
  const { type: _, ...withoutType } = { ...body, id: 'bdc31e33-753e-4a10-a5e0-a74fc551034a' } as JsonObject;
  expect(judgeBody(withoutType).map(({ code, pointer }) => [code, pointer])).toEqual([['missing-field', '']]);
  expect(judgeText(JSON.stringify(withoutType))).toEqual([]);
  expect(judgeBody([body]).map(({ code }) => code)).toEqual(['not-an-object']);
});

test('bytes that are no UTF-8 are one syntax error', () => {
  const wrong = Buffer.from(chained.replace('Created', 'Cr\u00e9\u00e9'), 'latin1');
  expect(judgeBytes(wrong).map(({ code }) => code)).toEqual(['syntax']);
  expect(judgeBytes(Buffer.from(chained))).toEqual([]);
  expect(judgeBytes(Buffer.from(`\ufeff${chained}`)).map(({ code }) => code)).toEqual(['byte-order-mark']);
});
