import { describe, expect, it } from 'vitest';
import { spanOf, valueTextAt } from '../../client/language/place.ts';

/** Each text names a place between two marks; the pointer must lead there. */
const places: { what: string; pointer: string; text: string }[] = [
  { what: 'a value', pointer: '/platform', text: '{ "name": "a", "platform": ‸"windows"‸ }' },
  {
    what: 'a value in a list',
    pointer: '/chainedJobRule/0/threshold',
    text: '{"chainedJobRule":[{"threshold":‸101‸}]}',
  },
  {
    what: 'the key of an object',
    pointer: '/postDeployment',
    text: '{ ‸"postDeployment"‸: { "suppressReboots": true } }',
  },
  { what: 'the key of a list', pointer: '/assetIds', text: '{ ‸"assetIds"‸: ["x"] }' },
  { what: 'what is around a place that is not there', pointer: '/notification/x/y', text: '{ ‸"notification"‸: {} }' },
  { what: 'the first line for what has nothing around it', pointer: '/type', text: '‸{‸\r\n  "name": "a"\r\n}' },
  { what: 'the first line for the root', pointer: '', text: '‸{ "name": "a" }‸' },
  { what: 'the first line of no JSON at all', pointer: '/name', text: '‸‸' },
  { what: 'a key with a slash', pointer: '/a~1b', text: '{ "a/b": ‸1‸ }' },
  { what: 'a key that looks like an index', pointer: '/0', text: '{ "0": ‸1‸ }' },
];

describe('a place in a job file', () => {
  for (const { what, pointer, text } of places)
    it(`is ${what}`, () => {
      const [before = '', marked = ''] = text.split('‸');
      expect(spanOf(text.replaceAll('‸', ''), pointer)).toEqual({
        start: before.length,
        end: before.length + marked.length,
      });
    });
});

describe('the text that tells whether somebody edited at a place', () => {
  const text = '{ "name": "a", "assetIds": ["x", "y"], "notification": { "enabled": true } }';
  const around: Record<string, string> = {
    '/name': '"a"',
    '/assetIds': '["x", "y"]',
    '/assetIds/1': '"y"',
    '/notification/recipients': '{ "enabled": true }',
    '/type': text,
    '': text,
  };
  for (const [pointer, expected] of Object.entries(around))
    it(`is the value at “${pointer}”, or around it`, () => expect(valueTextAt(text, pointer)).toBe(expected));
});
