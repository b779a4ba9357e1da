import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isObject } from '../../schemas/json.ts';
import { openDocument } from '../../server/document/document.ts';
import { rules, textRules } from '../../server/rules/all.ts';
import { type Found, judgeDocument } from '../../server/rules/run.ts';
import { facts } from './known.ts';
import { applyEdits, toSigns, withMarks, withoutMarks } from './marked-text.ts';

// A file in examples/<code>/ is a text with its findings marked, then, for each fix of that code, the text after it.
// `wrong-…` must be found by the rule, `right-…` must not. UPDATE=1 writes what the rules say now; read the diff.
const folder = join(import.meta.dirname, 'examples');
const codes = [...textRules, ...rules].map(({ code }) => code);

/** Its example would have five million characters; test/server has it. */
const WITHOUT_EXAMPLE = new Set(['too-large']);

describe.each(codes.filter((code) => !WITHOUT_EXAMPLE.has(code)))('%s', (code) => {
  const names = readdirSync(join(folder, code));

  test('has two examples that it finds and a near miss that it does not', () => {
    expect(names.filter((name) => name.startsWith('wrong-')).length).toBeGreaterThanOrEqual(2);
    expect(names.filter((name) => name.startsWith('right-')).length).toBeGreaterThanOrEqual(1);
    expect(names.filter((name) => !/^(?:wrong|right)-.+\.txt$/.test(name))).toEqual([]);
  });

  test.each(names)('%s', (name) => {
    const path = join(folder, code, name);
    const written = readFileSync(path, 'utf8');
    const text = withoutMarks(written.split('\n---- ')[0] ?? '');
    const found = judge(text);
    const spoken = found.filter((finding) => finding.code === code);
    expect(spoken.length > 0).toBe(name.startsWith('wrong-'));

    const parts = [withMarks(text, found.map(markOf))];
    for (const finding of spoken) {
      for (const fix of finding.fixes()) {
        const after = applyEdits(text, fix.edits);
        expectRepaired(text, found, finding, after);
        parts.push(`${fix.title}\n${toSigns(after)}`);
      }
    }
    const expected = parts.join('\n---- ');
    if (process.env.UPDATE) writeFileSync(path, expected);
    else expect(written).toBe(expected);
  });
});

function judge(text: string): Found[] {
  return judgeDocument(openDocument('file:///job.pmjob.json', 1, text), facts);
}

function markOf({ range, severity, code, message }: Found): { range: Found['range']; words: string } {
  return { range, words: `${severity} ${code}: ${message}` };
}

/** A fix removes its own finding and adds none; one of a text that is no job yet may uncover what could not be seen before. */
function expectRepaired(text: string, before: readonly Found[], repaired: Found, after: string): void {
  const found = judge(after).map(key).sort();
  const left = isJob(text) ? found : found.filter((one) => one === key(repaired));
  const allowed = before.filter((found) => found !== repaired).map(key);
  for (const found of left) {
    expect(allowed, `the fix left or added ${found}`).toContain(found);
    allowed.splice(allowed.indexOf(found), 1);
  }
}

function isJob(text: string): boolean {
  const { valid, value } = openDocument('file:///job.pmjob.json', 1, text);
  return valid && isObject(value);
}

function key({ code, message }: Found): string {
  return `${code}: ${message}`;
}
