import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import { knownIds } from '../../server/domain/known-ids.ts';
import type { Facts } from '../../server/facts.ts';
import startsAtOnce from '../../server/rules/content/starts-at-once.ts';
import type { Job, Rule } from '../../server/rules/rule.ts';
import { ruleMemory } from '../../server/rules/rule-memory.ts';
import { type Found, judgeDocument } from '../../server/rules/run.ts';
import { NOTHING_SET } from '../../server/settings/rule-settings.ts';
import { propertyRuns } from '../support/property-runs.ts';

const folder = join(import.meta.dirname, '../samples');
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** A value somewhere in the job is taken from somewhere else, or goes; some edits break the text. */
const edit = fc.tuple(fc.nat(80), fc.nat(80), fc.constantFrom('value', 'key', 'value', 'remove', 'break'));

test('a memory changes nothing: what is judged version by version is what is judged afresh', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 8 }), (sample, edits) => {
      const memory = ruleMemory();
      let text = sample;
      judged(text, 0, memory);
      edits.forEach(([at, from, how], index) => {
        text = edited(text, at, from, how);
        expect(plain(judged(text, index, memory))).toEqual(plain(judged(text, index)));
      });
    }),
    propertyRuns(300),
  );
});

test('a rule is asked again only when something that it had read has changed', () => {
  let asked = 0;
  const rule: Rule = {
    ...startsAtOnce,
    check: ({ value }) => {
      asked++;
      return value.status === 'Enabled' ? [{ at: '/status', part: 'value', message: 'Enabled' }] : [];
    },
  };
  const memory = ruleMemory();
  const found = (text: string): number => {
    const value = JSON.parse(text);
    const job: Job = { value, written: value, shape: [], idsOf: knownIds };
    return memory.next(openDocument('', 1, text), [])(rule, job, {}).length;
  };
  expect([found('{"name": "a", "status": "Enabled"}'), asked]).toEqual([1, 1]);
  expect([found('{"name": "b",  "status": "Enabled"}'), asked]).toEqual([1, 1]);
  expect([found('{"name": "b",  "status": "Disabled"}'), asked]).toEqual([0, 2]);
  expect([found('{"name": "b"}'), asked]).toEqual([0, 3]);
  expect([found('{"name": "c"}'), asked]).toEqual([0, 3]);
});

function judged(text: string, day: number, memory?: ReturnType<typeof ruleMemory>): Found[] {
  const facts: Facts = { now: Date.UTC(2026, 10, 24 + day * 90), workspace: new Map() };
  return judgeDocument(openDocument('file:///job.pmjob.json', 1, text), facts, NOTHING_SET, memory);
}

function plain(found: readonly Found[]): unknown {
  return found.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() }));
}

function edited(text: string, at: number, from: number, how: string): string {
  const lines = text.split('\n');
  const line = at % lines.length;
  const other = lines[from % lines.length] ?? '';
  const [key = '', value = ''] = split(lines[line] ?? '');
  const [otherKey = '', otherValue = ''] = split(other);
  if (how === 'remove') lines.splice(line, 1);
  else if (how === 'break') lines[line] = `${lines[line]}"`;
  else lines[line] = how === 'value' ? `${key}${otherValue}` : `${otherKey}${value}`;
  return lines.join('\n');
}

function split(line: string): string[] {
  const colon = line.indexOf(': ');
  return colon === -1 ? ['', line] : [line.slice(0, colon + 2), line.slice(colon + 2)];
}
