import fc from 'fast-check';
import { expect, test } from 'vitest';
import { child, ROOT } from '../../schemas/pointer.ts';
import { cursorAt } from '../../server/document/cursor.ts';
import { openDocument } from '../../server/document/document.ts';
import { locate } from '../../server/document/locate.ts';
import type { Container } from '../../server/document/outline.ts';
import { outlineOfAnything } from '../../server/document/outline-of-anything.ts';
import { outlineOfJson } from '../../server/document/outline-of-json.ts';
import { placesInTree } from '../../server/document/tree.ts';
import { propertyRuns } from '../support/property-runs.ts';

const runs = propertyRuns(200);

/** Values of which some are longer than the stretch between two marks. */
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.string({ unit: fc.constantFrom('a', '"', '\\', '[', ',') }),
    ),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: fc.constantFrom('a', 'b', '/', '~', '"') }), tie('any'), { maxKeys: 4 }),
    fc
      .tuple(fc.integer({ min: 60, max: 200 }), tie('any'), fc.nat(200))
      .map(([length, inner, at]) => Array.from({ length }, (_, index) => (index === at ? inner : index))),
    fc
      .tuple(fc.integer({ min: 60, max: 200 }), tie('any'), fc.nat(200))
      .map(([length, inner, at]) =>
        Object.fromEntries(Array.from({ length }, (_, index) => [`k${index}`, index === at ? inner : 'v'])),
      ),
  ),
})).any;
const json = fc.tuple(value, fc.constantFrom(0, 2)).map(([read, indent]) => JSON.stringify(read, null, indent));

function outlined(text: string): Container[] {
  const { root } = outlineOfJson(text, 0, 100);
  return root === undefined ? [] : [root];
}

test('of valid text, the quick outline and the one for any text are the same', () => {
  fc.assert(
    fc.property(json, (text) => {
      expect(plain(outlined(text))).toEqual(plain(outlineOfAnything(text, 0) ?? []));
    }),
    runs,
  );
});

test('reading from the nearest mark says the same as reading from the start', () => {
  fc.assert(
    fc.property(json, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10 }), (text, shares) => {
      const outline = outlined(text);
      const unmarked = outline.map((container) => withoutMarks(container, undefined));
      for (const share of shares) {
        const offset = Math.round(share * text.length);
        expect(cursorAt(text, 0, outline, offset)).toEqual(cursorAt(text, 0, unmarked, offset));
      }
    }),
    runs,
  );
});

test('a place found from the outline is the place in the tree, and nothing is found that is not there', () => {
  fc.assert(
    fc.property(json, (text) => {
      const { tree } = openDocument('', 1, text);
      if (tree === undefined) throw new Error('not read');
      const pointers = [...pointersOf(JSON.parse(text), ROOT), '/k3/none', '/0/0/x', '/1000', '/-1'];
      const found = locate(text, 0, outlined(text)[0], pointers);
      expect(found).toEqual(placesInTree(tree, pointers));
    }),
    runs,
  );
});

function plain(containers: readonly Container[]): unknown {
  return containers.map(({ kind, at, start, end, keys, children, marks }) => ({
    ...{ kind, at, start, end, keys, marks },
    children: plain(children),
  }));
}

function withoutMarks(container: Container, holder: Container | undefined): Container {
  const bare: Container = { ...container, holder, children: [], marks: [] };
  bare.children.push(...container.children.map((inner) => withoutMarks(inner, bare)));
  return bare;
}

function pointersOf(read: unknown, at: string): string[] {
  if (typeof read !== 'object' || read === null) return [at];
  return [at, ...Object.entries(read).flatMap(([key, inner]) => pointersOf(inner, child(at, key)))];
}

test('a key that stands again is held against its first place, in objects of few keys and of many', () => {
  const keys = Array.from({ length: 50 }, (_, index) => `"key${index}"`);
  keys.splice(10, 0, '"key3"');
  keys.push('"key3"', '"key49"');
  const text = `{${keys.map((key) => `${key}:0`).join(',')}}`;
  const { problems } = openDocument('file:///job.pmjob.json', 1, text);
  const placed = problems.map((problem) => (problem.kind === 'duplicate-key' ? [problem.key, problem.first] : []));
  const first = (key: string) => ({ start: text.indexOf(`"${key}"`), end: text.indexOf(`"${key}"`) + key.length + 2 });
  expect(placed).toEqual([
    ['key3', first('key3')],
    ['key3', first('key3')],
    ['key49', first('key49')],
  ]);
});
