import type { TextEdit } from 'vscode-languageserver-types';
import { differingPart } from '../../schemas/differing-part.ts';
import { type JobDocument, openDocument } from '../document/document.ts';
import { batchesOf, type Operation, type Replacement, replacementsFor, stepsOf } from '../document/edit.ts';

/**
 * The edits of a document's text that carry out operations, one after the other; none where one has no place. Removals in a
 * row are named as they are before the first of them.
 */
export function textEditsOf(document: JobDocument, operations: readonly Operation[]): TextEdit[] {
  const batches = batchesOf(operations.flatMap((operation) => stepsOf(operation, document.value)));
  const [only, ...others] = batches;
  if (only === undefined) return [];
  if (others.length === 0) return editsOf(document, replacementsFor(document, only));
  let changed = document;
  for (const batch of batches) {
    const replacements = replacementsFor(changed, batch);
    if (replacements.length === 0) return [];
    changed = openDocument(document.uri, document.version, applied(changed.text, replacements));
  }
  const { text: newText, ...span } = differingPart(document.text, changed.text);
  return editsOf(document, [{ ...span, newText }]);
}

function editsOf(document: JobDocument, replacements: readonly Replacement[]): TextEdit[] {
  return replacements.map(({ start, end, newText }) => ({ range: document.lines.rangeOf({ start, end }), newText }));
}

function applied(text: string, replacements: readonly Replacement[]): string {
  let changed = text;
  for (const { start, end, newText } of [...replacements].sort((one, other) => other.start - one.start)) {
    changed = changed.slice(0, start) + newText + changed.slice(end);
  }
  return changed;
}
