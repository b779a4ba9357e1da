import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CompletionItem,
  HoverRequest,
  InlayHintRequest,
  type Position,
} from 'vscode-languageserver-protocol/node';
import { applyEdits, offsetOf } from '../rules/marked-text.ts';
import { Editor } from './editor.ts';

// fixtures/<feature>/: a text with the cursor ‸, then what the server answers there over stdio, under `---- ` headings.
// Nothing in them depends on the day. UPDATE=1 rewrites what follows the text.
const uri = 'file:///jobs/laptops.pmjob.json';
const folder = join(import.meta.dirname, 'fixtures');

let editor: Editor;

beforeEach(async () => {
  editor = await Editor.start({ pulls: true });
});
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
});

describe('completion', () => {
  // The first offers with their marks, then the text once each that is named after `accept` was taken.
  test.each(namesOf('completion'))('%s', async (name) => {
    const { text, position, sections, path } = await opened('completion', name);
    const items = await editor.complete(uri, position);
    items.sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
    const offers = items
      .slice(0, 8)
      .map(({ label, labelDetails }) => [label, labelDetails?.description].filter(Boolean).join(' · '));
    const accepted = sections
      .map((section) => /^accept (.*)/.exec(section)?.[1])
      .filter((label) => label !== undefined)
      .map(
        (label) =>
          `accept ${label}\n${taken(
            text,
            items.find((item) => item.label === label),
          )}`,
      );
    holds(path, [['offers', ...offers].join('\n'), ...accepted]);
  });
});

describe('hover', () => {
  // What is said, and of which text.
  test.each(namesOf('hover'))('%s', async (name) => {
    const { position, path } = await opened('hover', name);
    const said = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    const words = typeof said?.contents === 'object' && 'value' in said.contents ? said.contents.value : 'nothing';
    holds(path, [`on ${said?.range === undefined ? 'nothing' : editor.textIn(uri, said.range)}\n${words}`]);
  });
});

describe('fixes', () => {
  // Each fix that is offered at the cursor, and the text after it.
  test.each(namesOf('fixes'))('%s', async (name) => {
    const { text, position, path } = await opened('fixes', name);
    const actions = await editor.actions(uri, { start: position, end: position }, ['quickfix']);
    const fixes = actions.filter(({ edit }) => edit?.changes?.[uri] !== undefined);
    holds(
      path,
      fixes.map(({ title, edit }) => `${title}\n${applyEdits(text, edit?.changes?.[uri] ?? [])}`),
    );
  });
});

describe('inlay hints', () => {
  // The text as an editor shows it, each hint in ‹ ›.
  test.each(namesOf('inlay-hints'))('%s', async (name) => {
    const { text, path } = await opened('inlay-hints', name);
    const range = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
    const hints = await editor.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range });
    const marks = (hints ?? []).map(({ position, label }) => ({
      range: { start: position, end: position },
      newText: ` ‹${label}›`,
    }));
    holds(path, [`shown\n${applyEdits(text, marks)}`]);
  });
});

function namesOf(feature: string): string[] {
  return readdirSync(join(folder, feature));
}

/** Opens the text of a fixture; the cursor stands at its end where it has none. */
async function opened(
  feature: string,
  name: string,
): Promise<{ text: string; position: Position; sections: string[]; path: string }> {
  const path = join(folder, feature, name);
  const [marked = '', ...sections] = readFileSync(path, 'utf8').split('\n---- ');
  const [before = ''] = marked.split('‸');
  const text = marked.replace('‸', '');
  await editor.open(uri, text);
  return { text, position: editor.positionAfter(uri, before), sections, path };
}

function holds(path: string, answers: readonly string[]): void {
  const written = readFileSync(path, 'utf8');
  const expected = [written.split('\n---- ')[0], ...answers].join('\n---- ');
  if (process.env.UPDATE) writeFileSync(path, expected);
  else expect(written).toBe(expected);
}

function taken(text: string, item: CompletionItem | undefined): string {
  if (item?.textEdit === undefined || !('range' in item.textEdit)) return 'is not offered';
  expect(offsetOf(text, item.textEdit.range.start)).toBeLessThanOrEqual(text.length);
  return applyEdits(text, [item.textEdit, ...(item.additionalTextEdits ?? [])]);
}
