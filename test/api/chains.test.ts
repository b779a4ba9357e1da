import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chained, circlesIn, parentsFirst, parentsOf } from '../../api/several/chains.ts';
import { propertyRuns } from '../support/property-runs.ts';

/** Files of which each may be linked to any other, to itself, or to a job that is no file's. */
const files = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.array(fc.option(fc.integer({ min: 0, max: count + 2 })), { minLength: count, maxLength: count }))
  .map((links) =>
    links.map(
      (link, index): Chained => ({ ids: [`JOB-${index}`], ...(link === null ? {} : { linkedJobId: `job-${link}` }) }),
    ),
  );

/** Goes from parent to parent, and says whether it comes back to where it began. */
function comesBack(start: number, parents: readonly (number | undefined)[]): boolean {
  let at = parents[start];
  for (let steps = 0; at !== undefined && steps < parents.length; steps++) {
    if (at === start) return true;
    at = parents[at];
  }
  return false;
}

describe('the order of files that are pushed together', () => {
  test('holds each file once, and a linked job before those that wait for it', () => {
    fc.assert(
      fc.property(files, (chained) => {
        const parents = parentsOf(chained);
        const order = parentsFirst(parents);
        expect([...order].sort((one, other) => one - other)).toEqual([...chained.keys()]);
        for (const [index, parent] of parents.entries())
          if (parent !== undefined && !comesBack(index, parents))
            expect(order.indexOf(parent), `${index} waits for ${parent}`).toBeLessThan(order.indexOf(index));
      }),
      propertyRuns(500),
    );
  });

  test('is the given one where nothing waits', () => {
    expect(parentsFirst([undefined, undefined, undefined])).toEqual([0, 1, 2]);
    expect(parentsFirst([2, undefined, undefined])).toEqual([2, 0, 1]);
  });

  test('names exactly the files that go round in a circle, each as waiting for the next', () => {
    fc.assert(
      fc.property(files, (chained) => {
        const parents = parentsOf(chained);
        const circles = circlesIn(parents);
        const named = circles.flat().sort((one, other) => one - other);
        expect(named).toEqual([...chained.keys()].filter((index) => comesBack(index, parents)));
        for (const circle of circles)
          for (const [place, index] of circle.entries())
            expect(parents[index]).toBe(circle[(place + 1) % circle.length]);
      }),
      propertyRuns(500),
    );
  });

  test('finds a linked job whatever the case of its id, and no file is its own', () => {
    const job = '5B0FD130-52c8-473c-96b1-8f10ea7d4c13';
    expect(parentsOf([{ ids: [job] }, { ids: ['x'], linkedJobId: job.toLowerCase() }])).toEqual([undefined, 0]);
    expect(parentsOf([{ ids: [job], linkedJobId: job }])).toEqual([undefined]);
  });
});
