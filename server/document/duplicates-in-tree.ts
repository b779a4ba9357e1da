import type { DuplicateKey } from './outline-of-json.ts';
import type { Span } from './span.ts';
import type { TreeNode } from './tree.ts';

/** The keys that an object holds twice, as `outlineOfJson` finds them in valid text. */
export function duplicatesInTree(root: TreeNode): DuplicateKey[] {
  const duplicates: DuplicateKey[] = [];
  const visit = (node: TreeNode): void => {
    if (node.kind === 'array') node.items.forEach(visit);
    if (node.kind !== 'object') return;
    const firsts = new Map<string, Span>();
    for (const { key, value } of node.entries) {
      const { text, start, end } = key;
      const first = firsts.get(text);
      if (first === undefined) firsts.set(text, { start, end });
      else duplicates.push({ key: text, start, end, first });
      visit(value);
    }
  };
  visit(root);
  return duplicates;
}
