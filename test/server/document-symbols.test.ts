import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { openDocument } from '../../server/document/document.ts';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { facts } from '../rules/known.ts';
import { offsetOf } from '../rules/marked-text.ts';

// A text, then `---- outline`: each symbol with its detail, indented below what holds it. UPDATE=1 rewrites the outline.
const folder = join(import.meta.dirname, 'symbols');

test.each(readdirSync(folder))('%s', (name) => {
  const path = join(folder, name);
  const written = readFileSync(path, 'utf8');
  const text = written.split('\n---- ')[0] ?? '';
  const symbols = documentSymbols(openDocument('file:///job.pmjob.json', 1, text), facts);
  const expected = `${text}\n---- outline\n${outline(symbols, '').join('\n')}`;
  if (process.env.UPDATE) writeFileSync(path, expected);
  else expect(written).toBe(expected);

  function outline(of: readonly DocumentSymbol[], indent: string): string[] {
    return of.flatMap(({ name: label, detail, range, selectionRange, children = [] }) => {
      expect(offsetOf(text, range.start)).toBeLessThanOrEqual(offsetOf(text, selectionRange.start));
      expect(offsetOf(text, selectionRange.end)).toBeLessThanOrEqual(offsetOf(text, range.end));
      return [`${indent}${label}${detail ? `: ${detail}` : ''}`, ...outline(children, `${indent}  `)];
    });
  }
});
