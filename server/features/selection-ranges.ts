import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { child, type Pointer, ROOT, segments } from '../../schemas/pointer.ts';
import type { JobDocument } from '../document/document.ts';
import type { Span } from '../document/span.ts';

/** From the value under the cursor outwards: the value, its entry, the object around, and so on. */
export function selectionRanges(document: JobDocument, positions: readonly Position[]): SelectionRange[] {
  const { lines } = document;
  const asked = positions.map((position) => {
    const offset = lines.offsetAt(position);
    return { position, offset, path: pathTo(document.cursor(offset).pointer) };
  });
  const places = document.places(asked.flatMap(({ path }) => path));
  return asked.map(({ position, offset, path }) => {
    const spans = path.flatMap((pointer) => {
      const place = places.get(pointer);
      if (place === undefined) return [];
      const { key, value } = place;
      const parts = key === undefined ? [value] : [{ start: key.start, end: value.end }, key, value];
      return parts.filter((part) => holds(part, offset));
    });
    const ranges = spans.map((span) => lines.rangeOf(span));
    return (
      ranges.reduce<SelectionRange | undefined>(nested, undefined) ?? { range: { start: position, end: position } }
    );
  });
}

/** The pointers from the root to a place. */
function pathTo(pointer: Pointer): Pointer[] {
  const path: Pointer[] = [ROOT];
  for (const segment of segments(pointer)) path.push(child(path.at(-1) ?? ROOT, segment));
  return path;
}

function nested(parent: SelectionRange | undefined, range: SelectionRange['range']): SelectionRange {
  return parent === undefined ? { range } : { range, parent };
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
