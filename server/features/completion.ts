import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { fieldAt } from '../../schemas/fields.ts';
import { isObject } from '../../schemas/json.ts';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import { isMarkerLine } from '../document/merge-marker.ts';
import type { Span } from '../document/span.ts';
import type { Facts } from '../facts.ts';
import { emptyFileItems } from './complete-empty-file.ts';
import { keyItems } from './complete-key.ts';
import { valueItems } from './complete-value.ts';
import { replacedSpan } from './completion-item.ts';
import { isNamesIncomplete } from './name-offers.ts';

/**
 * What can stand at the cursor, also while the text around it is broken. Time zones, and names of many, depend on what is
 * typed, so that an editor must ask again with each letter.
 */
export function completion(document: JobDocument, position: Position, facts: Facts): CompletionList {
  const offset = document.lines.offsetAt(position);
  const cursor = apart(document.cursor(offset), offset);
  return { isIncomplete: dependsOnTyping(document, cursor, facts), items: itemsAt(document, cursor, offset, facts) };
}

/** Right before a key that has its colon, somebody wants another one: what is there stays, and is not offered again. */
function apart(cursor: Cursor, offset: number): Cursor {
  const { token, place, next, keys, container } = cursor;
  if (place !== 'key' || token === undefined || token.start < offset || next !== ':') return cursor;
  const key = { text: String(token.read), start: token.start };
  return { ...cursor, pointer: container, token: undefined, keys: [...keys, key], next: token.kind };
}

function dependsOnTyping({ value }: JobDocument, { place, pointer }: Cursor, facts: Facts): boolean {
  const field = place === 'value' ? fieldAt(pointer) : undefined;
  if (field === undefined) return false;
  return (
    field.format === 'time-zone' || isNamesIncomplete({ pointer, field, job: isObject(value) ? value : {} }, facts)
  );
}

function itemsAt(document: JobDocument, cursor: Cursor, offset: number, facts: Facts): CompletionItem[] {
  if (isInMarker(document, offset) || spreadsOverLines(document, replacedSpan(document, cursor, offset))) return [];
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

/** What is put into the line of a merge marker makes it none, and what it parts is one text again. */
function isInMarker({ text, lines }: JobDocument, offset: number): boolean {
  return isMarkerLine(text, lines.starts[lines.positionAt(offset).line] ?? 0);
}

/** An editor takes no item that replaces more than a piece of one line: the whole list would be lost. */
function spreadsOverLines({ text }: JobDocument, { start, end }: Span): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

function isEmptyBefore({ text }: JobDocument, { token, next }: Cursor, offset: number): boolean {
  return next === 'end' && text.slice(0, token?.start ?? offset).trim() === '';
}
