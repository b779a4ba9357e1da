import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { type JobDocument, openDocument } from '../../server/document/document.ts';
import { completion } from '../../server/features/completion.ts';
import { withoutSnippet } from '../../server/features/without-snippet.ts';
import { facts as known } from '../rules/known.ts';
import { applyEdits, fromSigns, toSigns } from '../rules/marked-text.ts';

// A text with the cursor ‸, then `---- offers` with the labels in their order, each with its mark (cut after twelve), then, for each label after
// `---- accept`, the text once it was taken by an editor without snippets. UPDATE=1 rewrites what follows the headings.
const folder = join(import.meta.dirname, 'completion');
const facts = { now: Date.UTC(2026, 10, 24, 15, 20, 42), readerZone: 'Europe/Berlin', server: known.server };

test.each(readdirSync(folder))('%s', (name) => {
  const path = join(folder, name);
  const written = readFileSync(path, 'utf8');
  const [before = '', ...sections] = written.split('\n---- ');
  const { document, items } = completeAt(fromSigns(before));
  const labels = items.map(({ label }) => label);
  const marked = items.map(({ label, labelDetails }) => [label, labelDetails?.description].filter(Boolean).join(' · '));
  expect(new Set(labels).size, 'nothing is offered twice').toBe(labels.length);
  for (const item of items) expect(besides(document, item), `edits of ${item.label} that meet`).toEqual([]);

  const accepted = sections
    .map((section) => section.split('\n')[0] ?? '')
    .filter((heading) => heading.startsWith('accept '))
    .map((heading) => {
      const item = items.find(({ label }) => label === heading.slice('accept '.length));
      return `${heading}\n${item === undefined ? 'is not offered' : toSigns(taken(document, item))}`;
    });
  const shown = marked.length > 12 ? [...marked.slice(0, 12), `… ${marked.length - 12} more`] : marked;
  const expected = [before, ['offers', ...shown].join('\n'), ...accepted].join('\n---- ');
  if (process.env.UPDATE) writeFileSync(path, expected);
  else expect(written).toBe(expected);
});

function completeAt(textWithCursor: string) {
  const offset = textWithCursor.indexOf('‸');
  const text = textWithCursor.replace('‸', '');
  const document = openDocument('file:///job.pmjob.json', 1, text);
  const { items } = completion(document, document.lines.positionAt(offset), facts);
  items.sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
  return { document, items };
}

/** The further edits of an item that meet its own: their order would be chance. */
function besides({ lines }: JobDocument, { textEdit, additionalTextEdits = [] }: CompletionItem): TextEdit[] {
  if (textEdit === undefined || !('range' in textEdit)) return [];
  const { start, end } = textEdit.range;
  return additionalTextEdits.filter(
    ({ range }) =>
      lines.offsetAt(range.end) >= lines.offsetAt(start) && lines.offsetAt(range.start) <= lines.offsetAt(end),
  );
}

function taken(document: JobDocument, item: CompletionItem): string {
  const { textEdit, additionalTextEdits = [] } = withoutSnippet(document, item);
  if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${item.label} has no edit`);
  return applyEdits(document.text, [textEdit, ...additionalTextEdits]);
}
