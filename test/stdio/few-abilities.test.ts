import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CodeActionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { Editor } from './editor.ts';

const uri = 'file:///jobs/laptops.pmjob.json';
const text = `{
  "name": "Laptops *and* \`more\`",
  "platform": "windows",
  "preDeployActions": [{
    "action": "Run Script",
    "params": { "actionItem": "Stop *it*" },
    "script": "IyAqKm5vdCBib2xkKioKU3RvcC1TZXJ2aWNlIGB4YAo=",
    "scriptType": "ps"
  }]
}
`;

let editor: Editor;

beforeEach(async () => {
  editor = await Editor.start({ poor: true });
  await editor.open(uri, text);
});
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
});

test('an editor that names no folder is told what is wrong', async () => {
  expect(editor.underlined(uri, await editor.pushed(uri, 1))).toContainEqual(['unknown-value', '"windows"']);
});

test('an editor without Markdown reads plain text, and a script as it is', async () => {
  expect(await hoverAt('"scr')).toMatchObject({ kind: 'plaintext' });
  expect((await hoverAt('"scr')).value).toContain('Script · script\n');
  expect((await hoverAt('"scr')).value).toContain('\n# **not bold**\nStop-Service `x`\n');
  expect((await hoverAt('"preDeploy')).value).toContain('“Stop *it*”');
  expect((await hoverAt('"plat')).value).toContain('- "Windows"');
  const items = await editor.complete(uri, editor.positionAfter(uri, '"windows",\n'));
  expect(items.length).toBeGreaterThan(0);
  for (const { documentation } of items) {
    expect(documentation).toMatchObject({ kind: 'plaintext' });
    expect(JSON.stringify(documentation)).not.toMatch(/\*\*|`/);
  }
});

test('an editor without nested symbols gets them in one list', async () => {
  const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  expect(symbols).toContainEqual({
    name: 'actionItem',
    kind: 15,
    location: { uri, range: expect.objectContaining({ start: { line: 5, character: 16 } }) },
    containerName: 'params',
  });
});

test('an editor that knows only commands is offered no actions', async () => {
  expect(editor.initialized?.capabilities.codeActionProvider).toBeUndefined();
  const range = { start: { line: 0, character: 0 }, end: { line: 10, character: 0 } };
  const asked = { textDocument: { uri }, range, context: { diagnostics: [] } };
  expect(await editor.connection.sendRequest(CodeActionRequest.type, asked)).toEqual([]);
});

async function hoverAt(before: string): Promise<MarkupContent> {
  const position = editor.positionAfter(uri, before);
  const said = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  if (typeof said?.contents !== 'object' || !('kind' in said.contents)) throw new Error(`nothing is said of ${before}`);
  return said.contents;
}
