import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { type Field, fieldAt, rootField } from '../../schemas/fields.ts';
import { isObject } from '../../schemas/json.ts';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import { completionItem, replacedSpan } from './completion-item.ts';
import { describeField } from './describe-field.ts';
import { valueSnippet } from './value-snippet.ts';

/** The keys that the object around the cursor can still have: needed ones first, then in the documented order. */
export function keyItems(document: JobDocument, cursor: Cursor, offset: number): CompletionItem[] {
  const holder = fieldAt(cursor.container);
  if (holder === undefined || holder.serverSet) return [];
  const present = new Set(cursor.keys.map(({ text }) => text));
  const replaced = replacedSpan(document, cursor, offset);
  const platform = platformOf(document);
  const additional = missingComma(document, cursor);
  const end = cursor.next === 'text' || cursor.next === 'word' ? ',' : '';
  return holder.children
    .filter((field) => isOffered(field, holder) && !present.has(field.name))
    .map((field) => {
      const key = JSON.stringify(field.name);
      const needed = holder.requiredKeys.includes(field.name);
      return completionItem(document, replaced, {
        label: field.name,
        kind: 'key',
        insert: cursor.next === ':' ? key : `${key}: ${valueSnippet(field)}${end}`,
        detail: detailOf(field, needed),
        documentation: describeField(field),
        spelling: key,
        sort: `${rank(field, needed, platform)}${String(field.order).padStart(3, '0')}`,
        ...(additional && { additional }),
      });
    });
}

/** What the server sets nobody writes, but for the id that makes a file an update. */
function isOffered(field: Field, holder: Field): boolean {
  if (field.name === '$schema') return false;
  return !field.serverSet || (holder === rootField && field.name === 'id') || field.name === 'actionId';
}

function rank(field: Field, needed: boolean, platform: unknown): number {
  if (field.platform !== undefined && typeof platform === 'string' && field.platform !== platform) return 3;
  if (field.serverSet) return 2;
  return needed ? 0 : 1;
}

function detailOf(field: Field, needed: boolean): string {
  const parts = [field.title];
  if (needed) parts.push('needed');
  if (field.platform !== undefined) parts.push(`${field.platform} only`);
  return parts.join(' · ');
}

function platformOf({ value }: JobDocument): unknown {
  return isObject(value) ? value.platform : undefined;
}

function missingComma(document: JobDocument, { missingComma: at }: Cursor): TextEdit[] | undefined {
  return at === undefined ? undefined : [{ range: document.lines.rangeOf({ start: at, end: at }), newText: ',' }];
}
