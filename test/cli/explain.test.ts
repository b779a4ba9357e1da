import { describe, expect, test } from 'vitest';
import { pmjob, type Run } from './support/pmjob.ts';

const explain = (...words: string[]): Promise<Run> => pmjob(['explain', ...words], { folder: process.cwd() });

interface About {
  code: string;
  severity: string;
  title: string;
  why: string;
  source: string;
  group: string;
}

test('a rule is explained with a wrong example, what is said of it, its fix, and a right one', async () => {
  const { code, result, notes } = await explain('patch-tuesday-offset');
  await expect(result).toMatchFileSnapshot('fixtures/explain-patch-tuesday-offset.expected.txt');
  expect([code, notes]).toEqual([0, '']);
});

describe('for programs', () => {
  test('a rule', async () => {
    const { result } = await explain('unknown-field', '--format', 'json');
    const { wrong, ...about } = JSON.parse(result);
    expect(about).toMatchObject({ code: 'unknown-field', severity: 'warning', group: 'Shape' });
    const [{ message, range }] = wrong.findings;
    const line: string = wrong.text.split('\n')[range.start.line];
    expect(message).toContain(line.slice(range.start.character, range.end.character));
    expect(JSON.parse(wrong.fixed.text)).toHaveProperty('description');
  });

  test('all rules, each of which can be asked for', async () => {
    const listed: About[] = JSON.parse((await explain('--format', 'json')).result);
    expect(listed.length).toBeGreaterThan(20);
    for (const about of listed) expect(Object.values(about).every((text) => text !== '')).toBe(true);
    const texts = await Promise.all(listed.slice(0, 5).map(({ code }) => explain(code)));
    expect(texts.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
  });
});

test('without a code all rules are listed, below their headings', async () => {
  const { result } = await explain();
  expect(result).toMatch(/^Text\n {2}syntax +error +The text is not JSON\n/);
  expect(result).toMatch(/\nChained jobs\n {2}chain-threshold +error /);
});

test('a code that nobody knows is a mistake in the command, and the nearest is named', async () => {
  const { code, result, notes } = await explain('chain-treshold');
  expect(notes).toBe(
    'error: There is no rule "chain-treshold". Did you mean "chain-threshold"? "pmjob explain" lists them all.\n',
  );
  expect([code, result]).toEqual([2, '']);
  expect((await explain('zzz')).notes).toBe('error: There is no rule "zzz". "pmjob explain" lists them all.\n');
});
