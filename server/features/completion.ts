import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import type { Facts } from '../facts.ts';
import { emptyFileItems } from './complete-empty-file.ts';
import { keyItems } from './complete-key.ts';
import { valueItems } from './complete-value.ts';

/** What can stand at the cursor, also while the text around it is broken. */
export function completion(document: JobDocument, position: Position, facts: Facts): CompletionItem[] {
  const offset = document.lines.offsetAt(position);
  const cursor = document.cursor(offset);
  switch (cursor.place) {
    case 'key':
      return keyItems(document, cursor, offset, facts);
    case 'value':
      return valueItems(document, cursor, offset, facts);
    case 'root':
      return isEmptyBefore(document, cursor, offset) ? emptyFileItems(document, cursor, offset) : [];
    case 'between':
      return [];
  }
}

function isEmptyBefore({ text }: JobDocument, { token, next }: Cursor, offset: number): boolean {
  return next === 'end' && text.slice(0, token?.start ?? offset).trim() === '';
}
