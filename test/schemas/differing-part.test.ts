import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differingPart } from '../../schemas/differing-part.ts';
import { propertyRuns } from '../support/property-runs.ts';

test('is as small as it can be', () => {
  expect(differingPart('one two three', 'one 2 three')).toEqual({ start: 4, end: 7, text: '2' });
  expect(differingPart('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' });
  expect(differingPart('same', 'same')).toEqual({ start: 4, end: 4, text: '' });
});

test('cuts no character of two halves and no line break', () => {
  expect(differingPart('a\u{1f600}b', 'a\u{1f601}b')).toEqual({ start: 1, end: 3, text: '\u{1f601}' });
  expect(differingPart('a\u{1f600}b', 'a\u{1f200}b')).toEqual({ start: 1, end: 3, text: '\u{1f200}' });
  expect(differingPart('a\u{10f600}b', 'a\u{1f600}b')).toEqual({ start: 1, end: 3, text: '\u{1f600}' });
  expect(differingPart('a\r\nb', 'a\nb')).toEqual({ start: 1, end: 3, text: '\n' });
});

test('put in its place gives the wanted text, and parts nothing', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '\u{1f600}', '\u{1f601}', '\u{10f600}', '\r\n', '\n'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (present, wanted) => {
      const { start, end, text } = differingPart(present, wanted);
      const [before, behind] = [present.slice(0, start), present.slice(end)];
      expect(before + text + behind).toBe(wanted);
      for (const part of [before, text, behind]) expect(part).not.toMatch(/\p{Cs}/u);
      for (const [one, other] of [
        [before, present.slice(start)],
        [present.slice(0, end), behind],
        [before, text + behind],
        [before + text, behind],
      ] as const)
        expect(one.endsWith('\r') && other.startsWith('\n')).toBe(false);
    }),
    propertyRuns(500),
  );
});
