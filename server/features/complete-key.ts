import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { type Field, fieldAt, rootField } from '../../schemas/fields.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { child } from '../../schemas/pointer.ts';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import type { Span } from '../document/span.ts';
import { isUpdate } from '../domain/update.ts';
import type { Facts } from '../facts.ts';
import { blockOffers, scheduleOffers } from './complete-block.ts';
import { commaAfter, completionItem, type Offer, replacedSpan } from './completion-item.ts';
import { describeField } from './describe-field.ts';
import { type JobPlace, misfit } from './job-place.ts';
import { valueSnippet } from './value-snippet.ts';

/**
 * The keys that the object around the cursor can still have, and blocks of them: needed ones first, then in the documented
 * order; what this job does not use comes last and says so.
 */
export function keyItems(document: JobDocument, cursor: Cursor, offset: number, facts: Facts): CompletionItem[] {
  const holder = fieldAt(cursor.container);
  if (holder === undefined || holder.serverSet) return [];
  const job = isObject(document.value) ? document.value : {};
  const present = new Set(cursor.keys.map(({ text }) => text));
  const replaced = replacedSpan(document, cursor, offset);
  const additional = missingComma(document, cursor, replaced);
  const before = cursor.missingComma === replaced.start ? ', ' : '';
  const after = commaAfter(cursor) + gapAfter(document, cursor, offset);
  const isFree = !hasValue(document, cursor);
  const offers = holder.children
    .filter((field) => isOffered(field, holder) && !present.has(field.name))
    .flatMap((field) => offersOf({ pointer: child(cursor.container, field.name), field, job }, holder, isFree, after));
  const schedules = isFree && holder === rootField ? scheduleOffers(job, present, facts, after) : [];
  return [...offers.map((offer) => withItsStart(offer, schedules, job)), ...schedules].map((offer) =>
    completionItem(document, replaced, { ...offer, insert: before + offer.insert, ...(additional && { additional }) }),
  );
}

/** An Enabled job gets no kind of schedule alone: On-demand would start it at once, any other one lacks its start. */
function withItsStart(offer: Offer, schedules: readonly Offer[], job: JsonObject): Offer {
  if (offer.label !== 'scheduleType' || job.status !== 'Enabled') return offer;
  const [whole] = schedules.filter(({ mark }) => mark === undefined);
  return whole === undefined ? offer : { ...offer, insert: whole.insert };
}

/** What the server sets nobody writes, but for the id that makes a file an update. */
function isOffered(field: Field, holder: Field): boolean {
  if (field.name === '$schema') return false;
  return !field.serverSet || (holder === rootField && field.name === 'id') || field.name === 'actionId';
}

/** The key that is typed over has its colon, or what somebody wrote for it. */
function hasValue({ text }: JobDocument, { token, next }: Cursor): boolean {
  return (
    next === ':' || (next === 'other' && token !== undefined && /^\s*=/.test(text.slice(token.end, token.end + 9)))
  );
}

function offersOf(place: JobPlace, holder: Field, isFree: boolean, after: string): Offer[] {
  const { field } = place;
  const key = JSON.stringify(field.name);
  // A short update says only what it changes.
  const needed = holder.requiredKeys.includes(field.name) && !(holder === rootField && isUpdate(place.job));
  const mark = misfit(place);
  const sort = `${rank(field, needed, mark)}${String(field.order).padStart(3, '0')}`;
  const keyOffer: Offer = {
    label: field.name,
    kind: 'key',
    insert: isFree ? `${key}: ${valueSnippet(place)}${after}` : key,
    detail: [field.title, ...(needed ? ['needed'] : []), ...(mark === undefined ? [] : [mark])].join(' · '),
    ...(mark === undefined ? needed && { mark: 'needed' } : { mark }),
    documentation: describeField(field),
    sort,
  };
  return isFree ? [keyOffer, ...blockOffers(place, sort, after)] : [keyOffer];
}

function rank({ serverSet }: Field, needed: boolean, mark: string | undefined): number {
  if (mark !== undefined) return 3;
  if (serverSet) return 2;
  return needed ? 0 : 1;
}

/** What keeps an entry apart from the key right behind the cursor. */
function gapAfter({ text, lines }: JobDocument, { token, next }: Cursor, offset: number): string {
  if (token !== undefined || (next !== 'text' && next !== 'word') || /\s/.test(text.charAt(offset))) return '';
  const line = text.slice(lines.starts[lines.positionAt(offset).line], offset);
  return line.trim() === '' ? '\n' : ' ';
}

/** A comma that belongs where the item itself begins is a part of it: two edits at one place have no order. */
function missingComma(document: JobDocument, { missingComma: at }: Cursor, { start }: Span): TextEdit[] | undefined {
  if (at === undefined || at === start) return undefined;
  return [{ range: document.lines.rangeOf({ start: at, end: at }), newText: ',' }];
}
