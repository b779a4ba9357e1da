import type { FoldingRange } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';
import type { TreeNode } from '../document/tree.ts';

/** Objects and lists that spread over lines; the line of the closing bracket stays in sight. */
export function foldingRanges({ tree, lines }: JobDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const visit = (node: TreeNode): void => {
    if (node.kind !== 'object' && node.kind !== 'array') return;
    const startLine = lines.positionAt(node.start).line;
    const endLine = lines.positionAt(node.end - 1).line - 1;
    if (endLine > startLine) ranges.push({ startLine, endLine });
    for (const child of node.kind === 'object' ? node.entries.map(({ value }) => value) : node.items) visit(child);
  };
  if (tree !== undefined) visit(tree);
  return ranges;
}
