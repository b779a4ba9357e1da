import { afterEach, expect, test, vi } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import { codeActions } from '../../server/features/code-actions.ts';
import { fixAll } from '../../server/features/fix-all.ts';
import { settingsActions } from '../../server/features/settings-actions.ts';
import { type Found, type Judge, judgeDocument, judgeWith } from '../../server/rules/run.ts';
import { applyEdits } from '../rules/marked-text.ts';

const uri = 'file:///jobs/laptops.pmjob.json';
const everywhere = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
const able = { documentChanges: true, createsFiles: true, resolvesEdits: true };

afterEach(() => {
  vi.restoreAllMocks();
});

test('the fixes of an action look at its own script, not at that of each other action', () => {
  const decoding = vi.spyOn(TextDecoder.prototype, 'decode');
  const decoded = (actions: number): number => {
    decoding.mockClear();
    fixAll(open(withActions(actions, '"script":"ZWNobw==","scriptType":"sh"')), judgeWith({}));
    return decoding.mock.calls.length;
  };
  expect(decoded(10)).toBeGreaterThan(0);
  expect(decoded(200)).toBeLessThanOrEqual(20 * decoded(10));
});

test('a key that stands ten thousand times is not asked about again and again', () => {
  const text = `{${'"name":"J",\n'.repeat(10_000)}"type":"Install"}`;
  const { judge, work } = counting();
  const after = applyEdits(text, fixAll(open(text), judge, 'duplicate-key'));
  expect(after.length).toBeLessThan(text.length);
  expect(JSON.parse(after)).toEqual({ name: 'J', type: 'Install' });
  expect(work.fixes).toBeLessThan(50_000);
});

test('values are judged only once the text can be read', () => {
  const text = `{${Array.from({ length: 500 }, (_, at) => `field${at}: "x"`).join(',\n')}}`;
  const { judge, work } = counting();
  const after = applyEdits(text, fixAll(open(text), judge));
  expect(Object.keys(JSON.parse(after) as object).length).toBe(500);
  expect(work.texts).toBeGreaterThan(10);
  expect(work.values).toBe(1);
});

test('of thousands of repairs an answer holds the first ones, and no more edits than a person waits for', () => {
  const document = open(withActions(3_000, '"actionId":"8c2e4a35-6a5f-4a1e-9d2c-0f6f0b1f2a34","params":{}'));
  const findings = judgeDocument(document, {});
  const file = { document, findings: () => findings, judge: judgeWith({}) };
  const actions = codeActions(file, { range: everywhere, only: undefined }, able, undefined);
  const edits = actions
    .flatMap(({ edit }) => edit?.documentChanges ?? [])
    .map((change) => JSON.stringify(change).length);
  expect(actions.length).toBeGreaterThan(0);
  expect(edits.reduce((sum, length) => sum + length, 0)).toBeLessThan(5_000_000);
});

test('of thousands of unknown fields the first are offered to be allowed, and asked what they may mean', () => {
  const text = `{${Array.from({ length: 3_000 }, (_, at) => `"platforms${' '.repeat(at)}":1`).join(',\n')}}`;
  const findings = judgeDocument(open(text), {});
  const place = { uri: 'file:///jobs/.pmjob/config.json', text: undefined };
  const editor = { rulesPage: undefined, createsFiles: true };
  expect(settingsActions(uri, everywhere, findings, undefined, place, editor).length).toBe(200);
  expect(findings.filter(({ message }) => message.includes('Did you mean "platform"?')).length).toBe(1_000);
});

function open(text: string) {
  return openDocument(uri, 1, text);
}

function withActions(count: number, fields: string): string {
  const action = `{"action":"Run Script",${fields}}`;
  return `{"platform":"Windows","preDeployActions":[${Array.from({ length: count }, () => action).join(',\n')}]}`;
}

/** Counts what is judged, and how often a finding is asked for its fixes. */
function counting(): { judge: Judge; work: { texts: number; values: number; fixes: number } } {
  const work = { texts: 0, values: 0, fixes: 0 };
  const counted = (found: Found): Found => ({
    ...found,
    fixes(wanted) {
      work.fixes++;
      return found.fixes(wanted);
    },
  });
  const judge: Judge = (document, of) => {
    if (of === 'text') work.texts++;
    else work.values++;
    return judgeWith({})(document, of).map(counted);
  };
  return { judge, work };
}
