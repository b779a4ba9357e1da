import { type Field, fieldAt, pathsOf, rootField } from '../../../schemas/fields.ts';
import type { Replacement } from '../../document/edit.ts';
import type { Span } from '../../document/span.ts';
import type { TreeNode } from '../../document/tree.ts';
import { type Cleaning, cleanKey, cleanText } from './clean-text.ts';

/** What copying left inside the texts and keys of a tree. What a blank in a text means, its field says. */
export function pastedTexts(text: string, root: TreeNode): Replacement[] {
  const replacements: Replacement[] = [];
  visit(root, rootField);
  return replacements;

  function visit(node: TreeNode, field: Field | undefined): void {
    if (node.kind === 'scalar') clean(node, (inside) => cleanText(inside, field));
    else if (node.kind === 'array') for (const item of node.items) visit(item, field?.item);
    else if (node.kind === 'object') {
      for (const { key, value } of node.entries) {
        clean(key, cleanKey);
        visit(value, fieldBelow(field, cleanedKey(key.text)));
      }
    }
  }

  function clean({ start, end }: Span, cleaning: Cleaning): void {
    if (end - start < 3 || text[start] !== '"' || text[end - 1] !== '"') return;
    const offset = start + 1;
    for (const change of cleaning(text.slice(offset, end - 1))) {
      replacements.push({ start: offset + change.start, end: offset + change.end, newText: change.newText });
    }
  }
}

/** A key that stands elsewhere than it belongs, as in an answer's envelope or in the server's own objects, is known by its name. */
function fieldBelow(holder: Field | undefined, key: string): Field | undefined {
  const known = holder?.children.find(({ name }) => name === key);
  if (known !== undefined && !known.serverSet) return known;
  const [path] = pathsOf(key);
  return (path === undefined ? undefined : fieldAt(path)) ?? known;
}

function cleanedKey(key: string): string {
  return key.replace(/[^\x21-\x7e]+/g, '');
}
