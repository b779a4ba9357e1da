import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';
import type { Span } from '../document/span.ts';
import type { TreeNode } from '../document/tree.ts';

/** From the value under the cursor outwards: the value, its entry, the object around, and so on. */
export function selectionRanges(document: JobDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.lines.offsetAt(position);
    const spans = document.tree === undefined ? [] : spansAround(document.tree, offset);
    const empty: SelectionRange = { range: { start: position, end: position } };
    return (
      spans.reduce<SelectionRange | undefined>((parent, span) => {
        const range = document.lines.rangeOf(span);
        return parent === undefined ? { range } : { range, parent };
      }, undefined) ?? empty
    );
  });
}

/** The outermost first. */
function spansAround(root: TreeNode, offset: number): Span[] {
  const spans: Span[] = [];
  let node: TreeNode | undefined = holds(root, offset) ? root : undefined;
  while (node !== undefined) {
    spans.push({ start: node.start, end: node.end });
    if (node.kind === 'array') node = node.items.find((item) => holds(item, offset));
    else if (node.kind === 'object') {
      const entry = node.entries.find(({ key, value }) => holds({ start: key.start, end: value.end }, offset));
      if (entry === undefined) break;
      spans.push({ start: entry.key.start, end: entry.value.end });
      if (holds(entry.key, offset)) spans.push({ start: entry.key.start, end: entry.key.end });
      node = holds(entry.value, offset) && !holds(entry.key, offset) ? entry.value : undefined;
    } else node = undefined;
  }
  return spans;
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
