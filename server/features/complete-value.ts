import type { CompletionItem } from 'vscode-languageserver-types';
import { type Field, fieldAt } from '../../schemas/fields.ts';
import { isObject, type Json } from '../../schemas/json.ts';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import { nextFullHour } from '../domain/next-full-hour.ts';
import { timeZones } from '../domain/time-zone.ts';
import type { Facts } from '../facts.ts';
import { clipped } from '../words.ts';
import { completionItem, type Offer, replacedSpan } from './completion-item.ts';
import { describeField } from './describe-field.ts';
import { bodySnippet, literalSnippet, valueSnippet } from './value-snippet.ts';

/** The values that the field at the cursor can have, the usual one first. */
export function valueItems(document: JobDocument, cursor: Cursor, offset: number, facts: Facts): CompletionItem[] {
  const field = fieldAt(cursor.pointer);
  if (field === undefined || field.serverSet) return [];
  const replaced = replacedSpan(document, cursor, offset);
  const before = document.text.charAt(replaced.start - 1) === ':' ? ' ' : '';
  const after = cursor.next === 'text' || cursor.next === 'word' ? ',' : '';
  return offersOf(field, document, facts).map((offer, index) =>
    completionItem(document, replaced, {
      ...offer,
      insert: `${before}${offer.insert}${after}`,
      sort: String(index).padStart(4, '0'),
    }),
  );
}

type ValueOffer = Omit<Offer, 'sort'>;

function offersOf(field: Field, document: JobDocument, facts: Facts): ValueOffer[] {
  const offers = new Map<string, ValueOffer>();
  const offer = (value: Json, documentation = describeField(field, { value }), detail?: string): void => {
    const label = clipped(JSON.stringify(value), 60);
    if (offers.has(label)) return;
    const spelling = JSON.stringify(value);
    const usual = detail ?? (value === field.default ? 'default' : undefined);
    offers.set(label, {
      label,
      kind: 'value',
      insert: literalSnippet(value),
      documentation,
      spelling,
      ...(usual !== undefined && { detail: usual }),
    });
  };

  for (const { label, description, body } of field.snippets) {
    offers.set(label, {
      label,
      kind: 'block',
      insert: bodySnippet(body),
      documentation: description ?? describeField(field),
      spelling: `"${label}"`,
    });
  }
  if (field.default !== undefined) offer(field.default);
  for (const { value, meaning } of field.allowed ?? []) offer(value, meaning === '' ? undefined : meaning);
  if (field.types.includes('boolean')) {
    offer(true);
    offer(false);
  }
  if (field.format === 'start-date-time' && facts.now !== undefined) {
    const zone = isObject(document.value) ? document.value.timezone : undefined;
    offer(nextFullHour(facts.now, zone), undefined, 'the next full hour');
  }
  if (field.example !== undefined) offer(field.example, undefined, 'example');
  if (field.format === 'time-zone') for (const zone of timeZones()) offer(zone, `The time zone ${zone}.`);
  if (field.types.includes('null')) offer(null, 'No value: clears the field on an update.');
  if (offers.size === 0 || onlyNull(offers)) addEmpty(field, offers);
  return [...offers.values()];
}

function onlyNull(offers: ReadonlyMap<string, ValueOffer>): boolean {
  return offers.size === 1 && offers.has('null');
}

/** Where no value is known, the empty form of the type, to be filled in. */
function addEmpty(field: Field, offers: Map<string, ValueOffer>): void {
  const [type] = field.types;
  const label = type === 'array' ? '[]' : type === 'object' ? '{}' : type === 'string' ? '""' : undefined;
  if (label === undefined) return;
  offers.set(label, {
    label,
    kind: 'value',
    insert: valueSnippet(field),
    documentation: describeField(field),
    spelling: label,
  });
}
