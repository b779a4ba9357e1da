import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { judgeBody, judgeText } from '../../server/judge.ts';
import { changeSettings, type SettingsChange } from '../../server/settings/change-settings.ts';
import { readSettings } from '../../server/settings/read-settings.ts';
import { NOTHING_SET, type RuleSettings, settingsOfPush } from '../../server/settings/rule-settings.ts';
import { applyEdits, withMarks, withoutMarks } from '../rules/marked-text.ts';

// A file in settings/ is a text of settings with what does not count in it marked, then what its schema says and what it sets.
const folder = join(import.meta.dirname, 'settings');
const isValid = new Ajv({ strict: true, strictTypes: false })
  .addVocabulary(['enumDescriptions'])
  .compile(JSON.parse(readFileSync('schemas/config.schema.json', 'utf8')));

describe('reading', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const path = join(folder, name);
    const written = readFileSync(path, 'utf8');
    const text = withoutMarks(written.split('\n---- ')[0] ?? '');
    const { settings, problems } = readSettings(text);
    const marked = withMarks(
      text,
      problems.map(({ range, code, message }) => ({ range, words: `${code}: ${message}` })),
    );
    const expected = `${marked}\n---- ${verdict(text)}\n${told(settings)}`;
    if (process.env.UPDATE) writeFileSync(path, expected);
    else expect(written).toBe(expected);
  });

  test('agrees with the schema on what is right', () => {
    for (const name of readdirSync(folder)) {
      const text = withoutMarks((readFileSync(join(folder, name), 'utf8').split('\n---- ')[0] ?? '').trimEnd());
      const isDuplicate = name === 'twice.txt';
      if (verdict(text) !== 'no JSON' && !isDuplicate)
        expect([name, readSettings(text).problems.length === 0]).toEqual([name, verdict(text) === 'schema agrees']);
    }
  });
});

function verdict(text: string): string {
  try {
    return isValid(JSON.parse(text)) ? 'schema agrees' : 'schema refuses';
  } catch {
    return 'no JSON';
  }
}

function told({ severities, allowedFields }: RuleSettings): string {
  const lines = [
    ...[...severities].map(([code, severity]) => `${code} = ${severity}`),
    ...allowedFields.map((field) => `allowed ${field}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const JOB = { name: 'Patch', platform: 'windows', type: 'Install', scheduleType: 'On-demand' };

function judged(job: object, text: string): string[] {
  const { settings } = readSettings(text);
  return judgeText(JSON.stringify(job), { settings }).map(
    ({ code, severity, pointer }) => `${severity} ${code} ${pointer}`,
  );
}

describe('judging', () => {
  test.each([
    ['as the rules have it', {}, ['error unknown-value /platform', 'warning unknown-field /colour']],
    [
      'lowered',
      { rules: { 'unknown-value': 'hint' } },
      ['hint unknown-value /platform', 'warning unknown-field /colour'],
    ],
    [
      'raised',
      { rules: { 'unknown-field': 'error' } },
      ['error unknown-value /platform', 'error unknown-field /colour'],
    ],
    ['off', { rules: { 'unknown-field': 'off' } }, ['error unknown-value /platform']],
    ['allowed by name', { allowedFields: ['colour'] }, ['error unknown-value /platform']],
    ['allowed by place', { allowedFields: ['/colour'] }, ['error unknown-value /platform']],
    [
      'allowed elsewhere',
      { allowedFields: ['/notification/colour', 'color'] },
      ['error unknown-value /platform', 'warning unknown-field /colour'],
    ],
  ])('%s', (_, settings, expected) => {
    expect(judged({ ...JOB, colour: 1 }, JSON.stringify(settings))).toEqual(expected);
  });

  test('a place with a star is any item of the list', () => {
    const action = { action: 'Run Script', params: { actionItem: 'x' }, scriptType: 'ps', script: 'ZGly', colour: 1 };
    const job = { ...JOB, platform: 'Windows', preDeployActions: [action, action] };
    const unknown = (settings: object) =>
      judged(job, JSON.stringify(settings)).filter((line) => line.includes('unknown-field'));
    expect(unknown({})).toHaveLength(2);
    expect(unknown({ allowedFields: ['/preDeployActions/*/colour'] })).toEqual([]);
    expect(unknown({ allowedFields: ['/preDeployActions/1/colour'] })).toEqual([
      'warning unknown-field /preDeployActions/0/colour',
    ]);
  });

  test('where a rule is off, no other says the same in its stead', () => {
    const job = {
      ...JOB,
      platform: 'Windows',
      linkedJobId: '5b0fd130-52c8-473c-96b1-8f10ea7d4c13',
      chainedJobRule: [
        {
          field: 'postDeployAction',
          actionIds: ['07eed865-d8e2-4cba-9c2a-27eeeef0598a'],
          threshold: 101,
          condition: 'Post Actions were successfully executed',
        },
      ],
    };
    expect(judged(job, '{}').join()).toContain('chain-threshold');
    expect(judged(job, '{"rules": {"chain-threshold": "off"}}').join()).not.toContain('threshold');
  });

  test('a push keeps what a rule itself calls an error, and takes what the settings make stricter', () => {
    const { settings } = readSettings('{"rules": {"unknown-value": "off", "unknown-field": "error"}}');
    const found = judgeBody({ ...JOB, colour: 1 }, { settings: settingsOfPush(settings) });
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      expect.arrayContaining(['error unknown-value', 'error unknown-field']),
    );
    expect(judgeBody({ ...JOB, colour: 1 }, { settings: NOTHING_SET }).map(({ severity }) => severity)).toContain(
      'warning',
    );
  });
});

describe('writing', () => {
  const off: SettingsChange = { turnOff: 'too-many-actions' };
  const allow: SettingsChange = { allowField: '/newField' };

  test.each<[what: string, before: string | undefined, change: SettingsChange, after: string]>([
    ['a new file', undefined, off, '{\n  "rules": {\n    "too-many-actions": "off"\n  }\n}\n'],
    ['an empty file', ' \n', allow, '{\n  "allowedFields": [\n    "/newField"\n  ]\n}\n'],
    [
      'beside what is there, in its layout',
      '{\r\n\t"rules": {\r\n\t\t"syntax":"error"\r\n\t}\r\n}\r\n',
      off,
      '{\r\n\t"rules": {\r\n\t\t"syntax":"error",\r\n\t\t"too-many-actions": "off"\r\n\t}\r\n}\r\n',
    ],
    [
      'in place of another severity',
      '{"rules": {"too-many-actions":"hint"}}',
      off,
      '{"rules": {"too-many-actions":"off"}}',
    ],
    [
      'where no rule is named',
      '{"allowedFields": []}',
      off,
      '{"allowedFields": [], "rules": {"too-many-actions":"off"}}',
    ],
    [
      'a first field',
      '{\n  "rules": {}\n}\n',
      allow,
      '{\n  "rules": {},\n  "allowedFields": [\n    "/newField"\n  ]\n}\n',
    ],
    ['a further field', '{ "allowedFields": ["x"] }', allow, '{ "allowedFields": ["x", "/newField"] }'],
    ['into what cannot be read: nothing', '{"rules": ', off, '{"rules": '],
    [
      'where something else stands: nothing',
      '{"rules": [], "allowedFields": 1}',
      off,
      '{"rules": [], "allowedFields": 1}',
    ],
    ['where no list stands: nothing', '{"rules": [], "allowedFields": 1}', allow, '{"rules": [], "allowedFields": 1}'],
  ])('%s', (_, before, change, after) => {
    expect(applyEdits(before ?? '', changeSettings(before, change))).toBe(after);
  });
});
