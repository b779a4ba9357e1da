import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../schemas/json.ts';
import { parent, valueAt } from '../../schemas/pointer.ts';
import { shapeProblems } from '../../server/schema/shape.ts';
import { propertyRuns } from '../support/property-runs.ts';

const samples: JsonObject[] = readdirSync('test/samples')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`test/samples/${name}`, 'utf8')));

test('whatever stands in a body, each problem is at a place that the body has, and no place has two', () => {
  const damaged = fc
    .tuple(fc.constantFrom(...samples), fc.infiniteStream(fc.jsonValue()), fc.infiniteStream(fc.nat(40)))
    .map(([sample, values, dice]) => damage(sample, values, dice));
  fc.assert(
    fc.property(damaged, (body) => {
      const problems = shapeProblems(body);
      const places = problems.map(
        (problem) => `${problem.part} ${problem.kind === 'missing' ? problem.field : problem.pointer}`,
      );
      expect(new Set(places).size).toBe(places.length);
      for (const { pointer } of problems) expect(pointer === '' || has(body, pointer), pointer).toBe(true);
    }),
    propertyRuns(500),
  );
});

/** A copy in which about one value in forty is something else, and one key in forty has a twin. */
function damage(value: Json, values: Iterator<unknown>, dice: Iterator<number>): Json {
  if (dice.next().value === 0) return values.next().value as Json;
  if (Array.isArray(value)) return value.map((item) => damage(item, values, dice));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, below]) => {
    const entry: [string, Json] = [key, damage(below, values, dice)];
    return dice.next().value === 0 ? [entry, [`${key}x`, below] as [string, Json]] : [entry];
  });
  return Object.fromEntries(entries);
}

function has(body: Json, pointer: string): boolean {
  return valueAt(body, pointer) !== undefined && valueAt(body, parent(pointer)) !== undefined;
}
