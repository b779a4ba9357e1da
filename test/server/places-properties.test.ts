import fc from 'fast-check';
import { type Node, parseTree } from 'jsonc-parser';
import { expect, test } from 'vitest';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import { type Pointer, parent, ROOT, segments } from '../../schemas/pointer.ts';
import { type JobDocument, openDocument } from '../../server/document/document.ts';
import { completion } from '../../server/features/completion.ts';
import { documentLinks } from '../../server/features/document-links.ts';
import { foldingRanges } from '../../server/features/folding.ts';
import { hover } from '../../server/features/hover.ts';
import { inlayHints } from '../../server/features/inlay-hints.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { textRules } from '../../server/rules/all.ts';
import { judgeDocument } from '../../server/rules/run.ts';
import { facts } from '../rules/known.ts';
import { offsetOf } from '../rules/marked-text.ts';
import { damaged, wrongJob } from '../support/damage.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { caretIn } from '../support/typing.ts';

const CODES_OF_TEXT = new Set(textRules.map(({ code }) => code));

test('a finding about a value underlines its key, its value or its bracket, or the key that should hold it', () => {
  fc.assert(
    fc.property(wrongJob, (text) => {
      const tree = parseTree(text.replace(/^\ufeff/, ''));
      const shift = text.startsWith('\ufeff') ? 1 : 0;
      for (const { code, pointer, range, message } of judgeDocument(open(text), facts)) {
        if (CODES_OF_TEXT.has(code)) continue;
        const underlined = [offsetOf(text, range.start) - shift, offsetOf(text, range.end) - shift];
        expect(placesOf(tree, pointer), `${code} ${pointer}: ${message}`).toContainEqual(underlined);
      }
    }),
    propertyRuns(300),
  );
});

test('a finding about the text underlines what it quotes', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const document = open(text);
      for (const { code, range, related, message } of judgeDocument(document, facts)) {
        const underlined = textIn(text, range);
        if (code === 'byte-order-mark') expect(underlined).toBe('\ufeff');
        if (code === 'duplicate-key' && underlined.startsWith('"')) {
          const first = textIn(text, related[0]?.range ?? range);
          // The other one may stand there in the quotes of a page, or in none.
          if (first.startsWith('"')) expect(JSON.parse(first)).toBe(JSON.parse(underlined));
          expect(message).toContain(JSON.parse(underlined).slice(0, 20));
        }
        // Of what is no text at all, and where something is missing at the end, the place has no characters.
        const isPlaceAlone = document.value === undefined || isEnd(text, range);
        if (code === 'syntax' || code === 'pasted-text') expect(underlined !== '' || isPlaceAlone).toBe(true);
      }
    }),
    propertyRuns(300),
  );
});

test('what is said of a place is about that place', () => {
  fc.assert(
    fc.property(damaged, fc.nat(6_000), (text, at) => {
      fc.pre(text.length < 100_000);
      const document = open(text);
      const position = document.lines.positionAt(caretIn(text, at));
      const said = hover(document, position, facts);
      if (said?.range) expect(holds(text, said.range, position)).toBe(true);
      for (const { textEdit } of completion(document, position, facts).items) {
        if (textEdit === undefined || !('range' in textEdit)) throw new Error('an item without an edit');
        expect(textEdit.range.start.line).toBe(textEdit.range.end.line);
        expect(holds(text, textEdit.range, position)).toBe(true);
      }
      for (const range of outwards(selectionRanges(document, [position])[0])) {
        expect(holds(text, range, position)).toBe(true);
      }
    }),
    propertyRuns(300),
  );
});

test('links, hints and folds stand where they belong', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const document = open(text);
      const { lines } = document;
      for (const { range, target } of documentLinks(document)) {
        const written = textIn(text, range);
        expect(textIn(text, { start: range.start, end: lines.positionAt(offsetOf(text, range.end) + 1) })).toMatch(
          /["'“”]$/,
        );
        if (!/[\\\r\n\u00a0\u00ad\u200b]/.test(written)) expect(new URL(written, document.uri).href).toBe(target);
      }
      const whole = lines.rangeOf({ start: 0, end: text.length });
      for (const { position } of inlayHints(document, whole, facts)) {
        expect(text.slice(0, offsetOf(text, position))).toMatch(/["'“”\]\w]$/);
      }
      const count = lines.starts.length;
      for (const { startLine, endLine } of foldingRanges(document)) {
        expect(startLine >= 0 && startLine < endLine && endLine < count - 1).toBe(true);
        expect(textIn(text, { start: { line: startLine, character: 0 }, end: lineEnd(document, startLine) })).toMatch(
          /[[{]/,
        );
        const next = endLine + 1;
        expect(textIn(text, { start: { line: next, character: 0 }, end: lineEnd(document, next) })).toMatch(/[\]}]/);
      }
    }),
    propertyRuns(300),
  );
});

/** Where a pointer may be underlined, by a reading of another parser. Of two equal keys the last one counts. */
function placesOf(tree: Node | undefined, pointer: Pointer): [start: number, end: number][] {
  const node = nodeAt(tree, pointer);
  if (node === undefined) return pointer === ROOT ? [] : placesOf(tree, parent(pointer));
  const places: [number, number][] = [
    [node.offset, node.offset + node.length],
    [node.offset, node.offset + 1],
  ];
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  if (key !== undefined) places.push([key.offset, key.offset + key.length]);
  return places;
}

function nodeAt(tree: Node | undefined, pointer: Pointer): Node | undefined {
  let node = tree;
  for (const segment of segments(pointer)) {
    const { type, children = [] }: Node = node ?? { type: 'null', offset: 0, length: 0 };
    if (type === 'array') node = children[Number(segment)];
    else node = children.findLast(({ children: [key] = [] }) => key?.value === segment)?.children?.[1];
  }
  return node;
}

function open(text: string): JobDocument {
  return openDocument('file:///job.pmjob.json', 1, text);
}

function textIn(text: string, range: Range): string {
  return text.slice(offsetOf(text, range.start), offsetOf(text, range.end));
}

function holds(text: string, range: Range, position: Position): boolean {
  const offset = offsetOf(text, position);
  return offsetOf(text, range.start) <= offset && offset <= offsetOf(text, range.end);
}

function isEnd(text: string, { start }: Range): boolean {
  return text.slice(offsetOf(text, start)).trim() === '';
}

function outwards(selection: SelectionRange | undefined): Range[] {
  return selection === undefined ? [] : [selection.range, ...outwards(selection.parent)];
}

function lineEnd({ lines, text }: JobDocument, line: number): Position {
  const next = lines.starts[line + 1] ?? text.length;
  const length = text.slice(lines.starts[line], next).replace(/[\r\n]+$/, '').length;
  return { line, character: length };
}
