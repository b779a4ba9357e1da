import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownIds } from '../../server/domain/known-ids.ts';
import { propertyRuns } from '../support/property-runs.ts';

const runs = propertyRuns(500);

/** Few different ids, in small and capital letters; many end alike, as if somebody had made them to collide. */
const id = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('0d', '0D', '1e'), fc.boolean())
  .map(([first, last, capital]) => {
    const made = `${first}c66e55a-efc6-4a8d-9f61-00d871572b${last}`;
    return capital ? made.toUpperCase() : made;
  });
const list = fc.array(fc.oneof(id, fc.constantFrom(null, 7, '', 'ac66e55a')), { maxLength: 30 });

test('what repeats and where an id stands first is what a map of the ids says', () => {
  fc.assert(
    fc.property(list, id, (ids, asked) => {
      const firsts = new Map<string, number>();
      const repeated: { index: number; first: number }[] = [];
      ids.forEach((entry, index) => {
        if (typeof entry !== 'string' || entry.length !== 36) return;
        const first = firsts.get(entry.toLowerCase());
        if (first === undefined) firsts.set(entry.toLowerCase(), index);
        else repeated.push({ index, first });
      });
      const known = knownIds(ids);
      expect(known.repeated).toEqual(repeated);
      expect(known.indexOf(asked)).toBe(firsts.get(asked.toLowerCase()));
    }),
    runs,
  );
});

test('100,000 ids that end alike take no time that grows with their square', () => {
  const alike = Array.from(
    { length: 100_000 },
    (_, index) => `${`${index}`.padStart(8, '0')}-efc6-4a8d-9f61-00d871572b96`,
  );
  const begin = performance.now();
  const known = knownIds(alike);
  expect(alike.every((entry, index) => known.indexOf(entry) === index)).toBe(true);
  expect(performance.now() - begin).toBeLessThan(3_000);
});
