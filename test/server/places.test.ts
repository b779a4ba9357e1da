import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { type JobDocument, openDocument } from '../../server/document/document.ts';
import { documentLinks } from '../../server/features/document-links.ts';
import { foldingRanges } from '../../server/features/folding.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { offsetOf } from '../rules/marked-text.ts';

// A text, with a cursor ‸ where selections are asked for; then what is found there. UPDATE=1 rewrites that.
const features: Record<string, (document: JobDocument, cursor: number) => string[]> = {
  links: (document) => documentLinks(document).map(({ range, target }) => `${textIn(document, range)} → ${target}`),
  folding: (document) => foldingRanges(document).map(({ startLine, endLine }) => `${startLine + 1} to ${endLine + 1}`),
  selection: (document, cursor) => {
    const [selection] = selectionRanges(document, [document.lines.positionAt(cursor)]);
    return selection === undefined ? [] : outwards(selection).map((range) => textIn(document, range));
  },
};

const cases = Object.entries(features).flatMap(([feature, find]) =>
  readdirSync(join(import.meta.dirname, feature)).map((name) => ({ feature, name, find })),
);

test.each(cases)('$feature: $name', ({ feature, name, find }) => {
  const path = join(import.meta.dirname, feature, name);
  const written = readFileSync(path, 'utf8');
  const before = written.split('\n---- ')[0] ?? '';
  const document = openDocument('file:///jobs/job.pmjob.json', 1, before.replace('‸', ''));
  const expected = [before, `${feature}\n${find(document, before.indexOf('‸')).join('\n')}`].join('\n---- ');
  if (process.env.UPDATE) writeFileSync(path, expected);
  else expect(written).toBe(expected);
});

function textIn({ text }: JobDocument, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end)).replace(/\s*\n\s*/g, ' ');
}

function outwards({ range, parent }: SelectionRange): Range[] {
  return [range, ...(parent === undefined ? [] : outwards(parent))];
}
