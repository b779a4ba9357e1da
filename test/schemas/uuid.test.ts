import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UUID_PATTERN } from '../../schemas/pattern.ts';
import schema from '../../schemas/pmjob.schema.json';
import { isUuid } from '../../schemas/uuid.ts';
import { propertyRuns } from '../support/property-runs.ts';

test('the quick test of an id says what the pattern of the schema says', () => {
  expect(schema.definitions.uuid.pattern).toBe(UUID_PATTERN);
  const pattern = new RegExp(UUID_PATTERN, 'u');
  const character = fc.constantFrom(
    '-',
    '0',
    '9',
    ':',
    '/',
    'a',
    'f',
    'g',
    'A',
    'F',
    'G',
    '@',
    '`',
    '\u0141',
    '\u00e6',
    '\n',
  );
  const damaged = fc
    .tuple(fc.uuid(), fc.nat(36), fc.nat(2), fc.string({ unit: character, maxLength: 2 }))
    .map(([id, at, length, put]) => id.slice(0, at) + put + id.slice(at + length));
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uuid(), fc.string({ unit: character, minLength: 36, maxLength: 36 })), (text) => {
      expect(isUuid(text)).toBe(pattern.test(text));
    }),
    propertyRuns(2_000),
  );
});
