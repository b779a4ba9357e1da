import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { child } from '../../schemas/pointer.ts';
import { type JobDocument, openDocument } from '../../server/document/document.ts';
import type { EntryNode, TreeNode } from '../../server/document/tree.ts';
import { completion } from '../../server/features/completion.ts';
import { withoutSnippet } from '../../server/features/without-snippet.ts';
import { judgeText } from '../../server/judge.ts';
import { applyEdits } from '../rules/marked-text.ts';

// At every key and every value of the release notes' bodies, everything that is offered is taken, one at a time: none of it
// makes an error that was not there before.
const folder = join(import.meta.dirname, '../samples');
const samples = readdirSync(folder).filter((name) => name.endsWith('.request.json'));
const facts = { now: Date.UTC(2026, 10, 24, 15, 20), readerZone: 'Europe/Berlin' };
/** Time zones are all of a kind: the first ones stand for the others. */
const MOST = 20;

test.each(samples)('%s: a value that is accepted makes no new error', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  let taken = 0;
  for (const { pointer, value } of entriesOf(text)) {
    const offset = value.kind === 'scalar' ? value.start + 1 : value.start;
    taken += expectRight(text, offset, pointer);
    const emptied = `${text.slice(0, value.start)}""${text.slice(value.end)}`;
    taken += expectRight(emptied, value.start + 1, `${pointer}, emptied`);
  }
  expect(taken).toBeGreaterThan(100);
});

test.each(samples)('%s: a key that is accepted in the place of another makes no new error', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  let taken = 0;
  for (const { pointer, key, value } of entriesOf(text)) {
    const after = /^\s*,/.exec(text.slice(value.end))?.[0] ?? '';
    const before = after === '' ? text.slice(0, key.start).trimEnd().replace(/,$/, '') : text.slice(0, key.start);
    const without = `${before} \n${text.slice(value.end + after.length)}`;
    taken += expectRight(without, before.length + 2, pointer);
  }
  expect(taken).toBeGreaterThan(100);
});

/** Takes everything that is offered at an offset; gives how much that was. */
function expectRight(text: string, offset: number, where: string): number {
  const document = openDocument('file:///job.pmjob.json', 1, text);
  const before = new Set(errorsOf(text));
  const items = completion(document, document.lines.positionAt(offset), facts).items.slice(0, MOST);
  for (const item of items) {
    const { textEdit, additionalTextEdits = [] } = withoutSnippet(document, item);
    if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${item.label} has no edit`);
    const after = applyEdits(text, [textEdit, ...additionalTextEdits]);
    expect(
      errorsOf(after).filter((error) => !before.has(error)),
      `${item.label} at ${where}\n${after}`,
    ).toEqual([]);
  }
  return items.length;
}

function errorsOf(text: string): string[] {
  return judgeText(text, { facts }).flatMap(({ severity, code, pointer, message }) =>
    severity === 'error' ? [`${code} ${pointer} ${message}`] : [],
  );
}

function entriesOf(text: string): (EntryNode & { pointer: string })[] {
  const document: JobDocument = openDocument('file:///job.pmjob.json', 1, text);
  const found: (EntryNode & { pointer: string })[] = [];
  const visit = (node: TreeNode | undefined, at: string): void => {
    for (const [index, item] of node?.kind === 'array' ? node.items.entries() : []) visit(item, child(at, index));
    if (node?.kind !== 'object') return;
    for (const entry of node.entries) {
      const pointer = child(at, entry.key.text);
      found.push({ ...entry, pointer });
      visit(entry.value, pointer);
    }
  };
  visit(document.tree, '');
  return found;
}
