import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineTable } from '../../../server/document/line-table.ts';
import { editorTexts } from '../../../server/lsp/editor-text.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '😀'), maxLength: 30 });
const position = fc.record({ line: fc.nat(12), character: fc.nat(8) });
const change = fc.oneof(
  { weight: 8, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

test('a text after any edits is what the reference implementation makes of them, with the lines of a fresh table', () => {
  fc.assert(
    fc.property(text, fc.array(change, { maxLength: 6 }), (before, changes) => {
      const edited = editorTexts.update(editorTexts.create('', '', 1, before), changes, 2);
      // A fresh document for each change: the reference keeps wrong lines after a change past its last line.
      const expected = changes.reduce(
        (text, change) => TextDocument.update(TextDocument.create('', '', 1, text), [change], 2).getText(),
        before,
      );
      expect(edited.getText()).toBe(expected);
      expect([...edited.lines.starts]).toEqual([...lineTable(edited.getText()).starts]);
      expect(edited.version).toBe(2);
    }),
    propertyRuns(3_000),
  );
});
