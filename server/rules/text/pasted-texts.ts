import { type Field, fieldAt, pathsOf, rootField } from '../../../schemas/fields.ts';
import type { Replacement } from '../../document/edit.ts';
import { createScanner } from '../../document/scanner.ts';
import type { TreeNode } from '../../document/tree.ts';
import { type Cleaning, cleanKey, cleanText } from './clean-text.ts';

/**
 * What copying left inside the texts and keys. What a blank in a text means, its field says; of a text that the tree does
 * not hold, because it stands where none belongs, no field is known.
 */
export function pastedTexts(text: string, from: number, root: TreeNode | undefined): Replacement[] {
  const cleanings = root === undefined ? new Map<number, Cleaning>() : cleaningsOf(root);
  const replacements: Replacement[] = [];
  const scanner = createScanner(text, from, () => undefined);
  for (scanner.next(); scanner.kind !== 'end'; scanner.next()) {
    const { kind, start, end } = scanner;
    // What is no text is nothing to clean.
    if (kind !== 'text' || scanner.outOfStep || end - start < 3 || text[start] !== '"' || text[end - 1] !== '"')
      continue;
    const clean = cleanings.get(start) ?? ((inside) => cleanText(inside, undefined));
    for (const change of clean(text.slice(start + 1, end - 1))) {
      replacements.push({ start: start + 1 + change.start, end: start + 1 + change.end, newText: change.newText });
    }
  }
  return replacements;
}

/** How to clean each text and key of a tree, by where it starts. */
function cleaningsOf(root: TreeNode): Map<number, Cleaning> {
  const cleanings = new Map<number, Cleaning>();
  visit(root, rootField);
  return cleanings;

  function visit(node: TreeNode, field: Field | undefined): void {
    if (node.kind === 'scalar') cleanings.set(node.start, (inside) => cleanText(inside, field));
    else if (node.kind === 'array') for (const item of node.items) visit(item, field?.item);
    else if (node.kind === 'object') {
      for (const { key, value } of node.entries) {
        cleanings.set(key.start, cleanKey);
        visit(value, fieldBelow(field, cleanedKey(key.text)));
      }
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
