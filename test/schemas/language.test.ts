import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../schemas/json.ts';

test('the grammar names each of its parts, and each part is there', () => {
  const text = readFileSync('syntaxes/pmjob.tmLanguage.json', 'utf8');
  const grammar: JsonObject & { repository: JsonObject } = JSON.parse(text);
  const included = [...text.matchAll(/"include": "#([^"]+)"/g)].map(([, name]) => name);
  expect([...new Set(included)].sort()).toEqual(Object.keys(grammar.repository).sort());
  expect(grammar.scopeName).toBe('source.json.pmjob');
});

test('the language has no comments: a job file is strict JSON', () => {
  const configuration: JsonObject = JSON.parse(readFileSync('language/language-configuration.json', 'utf8'));
  expect(configuration.comments).toBeUndefined();
  expect(configuration.brackets).toEqual([
    ['{', '}'],
    ['[', ']'],
  ]);
});
