import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { fieldAt } from '../../schemas/fields.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import { createScanner } from '../document/scanner.ts';
import { isUpdate } from '../domain/update.ts';
import type { Facts } from '../facts.ts';
import { commaAfter, completionItem, OPENING_QUOTE, replacedSpan } from './completion-item.ts';
import { neededEntries } from './schedule-blocks.ts';
import { type ValueOffer, valueOffers } from './value-offers.ts';
import { entriesSnippet } from './value-snippet.ts';

/** The values that the field at the cursor can have, the usual ones first. */
export function valueItems(document: JobDocument, cursor: Cursor, offset: number, facts: Facts): CompletionItem[] {
  const field = fieldAt(cursor.pointer);
  if (field === undefined || field.serverSet || hasValueAhead(document, cursor, offset)) return [];
  const job = isObject(document.value) ? document.value : {};
  const replaced = replacedSpan(document, cursor, offset);
  const before = document.text.charAt(replaced.start - 1) === ':' ? ' ' : '';
  const after = commaAfter(cursor);
  const typed = document.text.slice(replaced.start, offset).replace(OPENING_QUOTE, '');
  const companions = companionsOf(document, cursor, job, facts);
  return valueOffers({ pointer: cursor.pointer, field, job }, typed, facts).map((offer, index) => {
    const { entries, edits } = companions(offer);
    return completionItem(document, replaced, {
      ...offer,
      insert: `${before}${offer.insert}${entries}${after}`,
      sort: String(index).padStart(4, '0'),
      ...(edits.length > 0 && { additional: edits }),
    });
  });
}

/** A value stands there already, and the cursor is before it. A text before a colon is no value but the next key. */
function hasValueAhead({ text }: JobDocument, { token, next, container }: Cursor, offset: number): boolean {
  const inList = fieldAt(container)?.item !== undefined;
  if (token !== undefined || inList) return false;
  if (next !== 'text' && next !== 'word') return next === '{' || next === '[' || next === 'number';
  const ahead = createScanner(text, offset, () => undefined);
  ahead.next();
  ahead.next();
  return ahead.kind !== ':';
}

/**
 * What a kind of schedule brings, because without it the job would be wrong: the keys that the job lacks, after it, and a
 * value for those that it has empty.
 */
function companionsOf(
  document: JobDocument,
  { pointer, keys }: Cursor,
  job: JsonObject,
  facts: Facts,
): (offer: ValueOffer) => { entries: string; edits: TextEdit[] } {
  if (pointer !== '/scheduleType' || isUpdate(job)) return () => ({ entries: '', edits: [] });
  const needed = neededEntries(job, facts);
  const present = new Set(keys.map(({ text }) => text));
  return ({ value }) => {
    const ofKind = needed.get(String(value)) ?? [];
    const lacking = ofKind.filter(({ key }) => !present.has(key));
    const empty = ofKind.filter(({ key }) => present.has(key) && (job[key] === null || job[key] === ''));
    return {
      entries: lacking.length === 0 ? '' : `,\n${entriesSnippet(lacking)}`,
      edits: empty.map((entry) => ({
        range: document.range(`/${entry.key}`, 'value'),
        newText: JSON.stringify(entry.value),
      })),
    };
  };
}
