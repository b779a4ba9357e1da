import { expect, test } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import type { Operation } from '../../server/document/edit.ts';
import { textEditsOf } from '../../server/rules/apply-fix.ts';
import { applyEdits } from '../rules/marked-text.ts';

const cases: [what: string, before: string, operations: Operation[], after: string][] = [
  ['set keeps what is around', '{ "a" :1,\r\n\t"b":2 }', [{ set: '/a', value: 'x' }], '{ "a" :"x",\r\n\t"b":2 }'],
  [
    'a new key goes to its documented place, with the line ends that are there',
    '{\r\n\t"name" :"x",\r\n\t"platform":"Linux"\r\n}',
    [{ set: '/description', value: 'y' }],
    '{\r\n\t"name" :"x",\r\n\t"description": "y",\r\n\t"platform":"Linux"\r\n}',
  ],
  [
    'before the first key',
    '{\n  "platform": 1\n}',
    [{ set: '/name', value: 'x' }],
    '{\n  "name": "x",\n  "platform": 1\n}',
  ],
  ['on one line', '{"name":"x"}', [{ set: '/platform', value: 'Linux' }], '{"name":"x", "platform": "Linux"}'],
  ['into an empty object', '{}', [{ set: '/name', value: 'x' }], '{"name": "x"}'],
  [
    'parents are made, null gives way',
    '{\n  "postDeployment": null\n}',
    [{ set: '/postDeployment/onComplete/alwaysShowCompletedPrompt', value: true }],
    '{\n  "postDeployment": {\n    "onComplete": {\n      "alwaysShowCompletedPrompt": true\n    }\n  }\n}',
  ],
  ['remove the first', '{\n  "a": 1,\n  "b": 2\n}', [{ remove: '/a' }], '{\n  "b": 2\n}'],
  ['remove the last', '{\n  "a": 1,\n  "b": 2\n}', [{ remove: '/b' }], '{\n  "a": 1\n}'],
  ['remove the only one', '{\n  "a": 1\n}', [{ remove: '/a' }], '{}'],
  ['remove an item', '{"a": [1, 2, 3]}', [{ remove: '/a/1' }], '{"a": [1, 3]}'],
  ['append an item on a line', '{"a": [1, 2]}', [{ set: '/a/2', value: 3 }], '{"a": [1, 2, 3]}'],
  [
    'append an item on lines of their own',
    '{\r\n\t"a": [\r\n\t\t"x"\r\n\t]\r\n}',
    [{ set: '/a/1', value: 'y' }],
    '{\r\n\t"a": [\r\n\t\t"x",\r\n\t\t"y"\r\n\t]\r\n}',
  ],
  ['append to an empty list', '{"a": [ ]}', [{ set: '/a/0', value: 1 }], '{"a": [1]}'],
  [
    'remove several at once, neighbours and the last',
    '{\n  "a": 1,\n  "b": 2,\n  "c": [1, 2, 3],\n  "d": 4,\n  "e": 5\n}',
    [{ remove: '/a' }, { remove: '/b' }, { remove: '/e' }, { remove: '/d' }, { remove: '/c/0' }, { remove: '/c/2' }],
    '{\n  "c": [2]\n}',
  ],
  ['remove all there are', '{\n  "a": 1,\n  "b": 2\n}', [{ remove: '/a' }, { remove: '/b' }], '{}'],
  ['remove a key that stands twice', '{ "a": 1, "b": 2, "a": 3 }', [{ remove: '/a' }], '{ "b": 2 }'],
  ['rename one that stands twice', '{ "a": 1, "a": 2 }', [{ rename: '/a', to: 'b' }], '{ "b": 1, "b": 2 }'],
  ['rename', '{ "descripton": 1 }', [{ rename: '/descripton', to: 'description' }], '{ "description": 1 }'],
  [
    'move the only key deeper',
    '{\n  "rebootCountdown": { "interval": 1 }\n}',
    [{ move: '/rebootCountdown', to: '/postDeployment/rebootCountdown' }],
    '{\n  "postDeployment": {\n    "rebootCountdown": {\n      "interval": 1\n    }\n  }\n}',
  ],
  [
    'several, one after the other',
    '{\n  "a": 1,\n  "b": 2\n}',
    [{ remove: '/a' }, { set: '/b', value: 3 }],
    '{\n  "b": 3\n}',
  ],
  ['behind a byte order mark', '\ufeff{"name": "x"}', [{ set: '/name', value: 'y' }], '\ufeff{"name": "y"}'],
  ['a key with a slash', '{"a/b~": 1}', [{ set: '/a~1b~0', value: 2 }], '{"a/b~": 2}'],
  ['what is not there stays so', '{"a": 1}', [{ remove: '/b' }], '{"a": 1}'],
];

test.each(cases)('%s', (_, before, operations, after) => {
  const document = openDocument('file:///job.pmjob.json', 1, before);
  expect(applyEdits(before, textEditsOf(document, operations))).toBe(after);
});

test('an edit parts no character of two halves', () => {
  const document = openDocument('file:///job.pmjob.json', 1, '{"a": "\u{1f600}", "b": 1}');
  const edits = textEditsOf(document, [{ set: '/a', value: '\u{1f601}' }, { remove: '/b' }]);
  expect(edits.map(({ newText }) => newText).join()).toMatch(/^\u{1f601}/u);
  expect(applyEdits(document.text, edits)).toBe('{"a": "\u{1f601}"}');
});
