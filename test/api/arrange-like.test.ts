import { describe, expect, test } from 'vitest';
import { arrangeLike } from '../../api/plan/arrange-like.ts';

/** A body, a file, and the body written as the file is. */
const cases: { what: string; body: object; file: string; written: string }[] = [
  {
    what: 'the order of the file, then what it leaves out',
    body: { id: 'x', name: 'a', platform: 'Windows', timeout: 6 },
    file: '{\n  "platform": "Windows",\n  "name": "b"\n}\n',
    written: '{\n  "platform": "Windows",\n  "name": "a",\n  "id": "x",\n  "timeout": 6\n}\n',
  },
  {
    what: 'a list of ids in the order of the file, what is new at its end',
    body: { name: 'a', assetIds: ['1', '2', '3'] },
    file: '{\n  "name": "a",\n  "assetIds": ["3", "1"]\n}',
    written: '{\n  "name": "a",\n  "assetIds": ["3", "1", "2"]\n}',
  },
  {
    what: 'the id of the body, not that of the file',
    body: { id: 'x', name: 'a' },
    file: '{\n  "id": "y",\n  "name": "a"\n}\n',
    written: '{\n  "id": "x",\n  "name": "a"\n}\n',
  },
  {
    what: '$schema, and what says nothing, as in the file; what only the server sets goes',
    body: { name: 'a' },
    file: '{\n  "$schema": "s",\n  "customerId": "c",\n  "name": "a",\n  "assetIds": null\n}\n',
    written: '{\n  "$schema": "s",\n  "name": "a",\n  "assetIds": null\n}\n',
  },
  {
    what: 'the indent and the line breaks of the file',
    body: { name: 'a', timeout: 6 },
    file: '{\r\n\t"name": "a"\r\n}\r\n',
    written: '{\r\n\t"name": "a",\r\n\t"timeout": 6\r\n}\r\n',
  },
  {
    what: 'what says the same letter by letter, and the rest laid out as the file is',
    body: {
      name: 'b',
      assetIds: ['1', '2'],
      notification: { notificationType: 'Email', recipients: ['x'] },
      chainedJobRule: [{ threshold: 3 }, { threshold: 4 }],
    },
    file: '{ \n  "name" : "a",\n  "assetIds": ["1",  "2"],\n  "notification": { "notificationType": "Email" },\n  "chainedJobRule": [\n    { "threshold": 2 }\n  ]\n}\n',
    written:
      '{\n  "name": "b",\n  "assetIds": ["1",  "2"],\n  "notification": { "notificationType": "Email", "recipients": [\n      "x"\n    ] },\n  "chainedJobRule": [\n    { "threshold": 3 },\n    {\n      "threshold": 4\n    }\n  ]\n}\n',
  },
  { what: 'itself beside a text that is no job', body: { name: 'a' }, file: '[', written: '{"name":"a"}' },
];

describe('a body that is written as a file is, has', () => {
  for (const { what, body, file, written } of cases)
    test(what, () => expect(arrangeLike(JSON.stringify(body), file)).toBe(written));
});
