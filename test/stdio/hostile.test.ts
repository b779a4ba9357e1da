import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CompletionRequest,
  DiagnosticSeverity,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { Editor } from './editor.ts';

const uri = 'file:///hostile.pmjob.json';

function job(more: string): string {
  return `{\n  "name": "A",\n  "platform": "Windows",\n  "type": "Install",\n  "scheduleType": "On-demand"${more}\n}\n`;
}

function listOf(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join(',\n');
}

const hostile: [what: string, text: string, codes: string[]][] = [
  ['10,000 open lists', '['.repeat(10_000), ['too-deep']],
  ['10,000 nested objects', '{"a":'.repeat(10_000) + 1 + '}'.repeat(10_000), ['too-deep']],
  ['five million characters', job(`, "description": "${'x'.repeat(5_000_000)}"`), ['too-large']],
  ['a byte order mark', `\ufeff${job('')}`, ['byte-order-mark']],
  ['two byte order marks', `\ufeff\ufeff${job('')}`, ['byte-order-mark', 'pasted-text']],
  ['half characters', job(', "description": "\ud800", "\udc00": 1'), ['unknown-field']],
  ['three kinds of line ends', job('').replace('\n', '\r\n').replace('",\n', '",\r'), []],
  ['a control character', job(', "description": "a\0b"'), ['syntax']],
  ['line separators', job(',\u2028 "description": "a\u2028b\u2029c"'), ['pasted-text']],
  [
    'numbers beyond all bounds',
    job(', "timeout": 1e400, "dayOfMonth": -1e-400'),
    ['schedule-field-unused', 'wrong-type'],
  ],
  ['keys of every object', job(', "__proto__": {"id": "x"}, "constructor": 1'), ['unknown-field', 'unknown-field']],
  ['keys that pointers escape', job(', "a/b~c": 1, "~1": {"": 2}'), ['unknown-field', 'unknown-field']],
  ['one line of 50,000 ids', job(`, "assetIds": [${listOf(50_000, id)}]`).replaceAll('\n', ' '), []],
];

function id(index: number): string {
  return `"${index.toString(16).padStart(8, '0')}-461f-bd59-d718-c31d23440000"`;
}

let editor: Editor;

beforeEach(async () => {
  editor = await Editor.start({ pulls: true, snippets: true });
});
afterEach(async () => {
  expect(editor.logged).toEqual([]);
  expect(await editor.stop()).toBe(0);
});

describe('hostile text', () => {
  test.each(hostile)('%s: everything is answered', async (_, text, codes) => {
    await editor.open(uri, text);
    expect((await editor.diagnostics(uri)).map(({ code }) => code).sort()).toEqual(codes);
    await askEverything();
  });
});

test('of 20,000 mistakes the gravest are told, and how many more there are', async () => {
  const twice = listOf(20_000, () => '    "d543e2a2-3860-461f-bd59-d718c31d2344"');
  await editor.open(uri, job(`,\n  "assetIds": [\n${twice}\n  ],\n  "status": "x"`));
  const told = await editor.diagnostics(uri);
  expect(told.filter(({ severity }) => severity === DiagnosticSeverity.Error).map(({ code }) => code)).toEqual([
    'unknown-value',
  ]);
  expect(told).toHaveLength(1_000);
  expect(told.at(-1)?.message).toBe('19001 more mistakes are not shown here; "pmjob validate" lists them all.');
  const whole = { start: { line: 0, character: 0 }, end: { line: 20_000, character: 0 } };
  expect((await editor.actions(uri, whole)).length).toBeLessThan(300);
  const [fixAll] = await editor.actions(uri, whole, ['source.fixAll']);
  expect(fixAll?.edit?.changes?.[uri]).toHaveLength(1);
});

test('a thousand edits without a wait, with questions that are taken back, end in the last text', async () => {
  const text = job('');
  await editor.open(uri, text);
  const asked: Promise<unknown>[] = [];
  for (let version = 2; version <= 1_001; version++) {
    const contentChanges = [{ range: at(1, 11, 11), text: 'x' }];
    void editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    const source = new CancellationTokenSource();
    const textDocument = { uri };
    asked.push(
      editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, source.token),
      editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }, source.token),
    );
    if (version % 2 === 0) source.cancel();
  }
  await Promise.allSettled(asked);
  const said = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position: { line: 1, character: 500 },
  });
  expect(said?.range).toEqual(at(1, 10, 10 + 1_000 + '"A"'.length));
  expect(await editor.diagnostics(uri)).toEqual([]);
});

test('a file that is closed while it is asked about is answered, and is forgotten', async () => {
  await editor.open(uri, job(', "status": "x"'));
  const asked = askEverything();
  await editor.close(uri);
  await asked;
  expect(await editor.diagnostics(uri)).toEqual([]);
  await editor.open(uri, job(''));
  expect(await editor.diagnostics(uri)).toEqual([]);
});

test('addresses that differ in their case are two files', async () => {
  const other = uri.replace('hostile', 'Hostile');
  await editor.open(uri, job(''));
  await editor.open(other, job(', "status": "x"'));
  expect(await editor.diagnostics(uri)).toEqual([]);
  expect((await editor.diagnostics(other)).map(({ code }) => code)).toEqual(['unknown-value']);
  await editor.close(other);
  expect(await editor.diagnostics(uri)).toEqual([]);
});

/** Every feature; an answer of "the text has changed" is one. */
async function askEverything(): Promise<void> {
  const textDocument = { uri };
  const position = { line: 1, character: 5 };
  const range = at(0, 0, 1);
  const options = { tabSize: 2, insertSpaces: true };
  const ask = editor.connection;
  const answers = await Promise.allSettled([
    ask.sendRequest(HoverRequest.type, { textDocument, position }),
    ask.sendRequest(CompletionRequest.type, { textDocument, position }),
    ask.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    ask.sendRequest(FoldingRangeRequest.type, { textDocument }),
    ask.sendRequest(DocumentLinkRequest.type, { textDocument }),
    ask.sendRequest(InlayHintRequest.type, { textDocument, range }),
    ask.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] }),
    ask.sendRequest(DocumentFormattingRequest.type, { textDocument, options }),
    ask.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    }),
  ]);
  const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
  expect(refusals.filter((refusal) => !refusal.includes('The text has changed'))).toEqual([]);
}

function at(line: number, from: number, to: number) {
  return { start: { line, character: from }, end: { line, character: to } };
}
