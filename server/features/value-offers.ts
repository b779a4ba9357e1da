import type { Json } from '../../schemas/json.ts';
import { startOffers, zoneOfStart } from '../domain/start-offers.ts';
import type { Facts } from '../facts.ts';
import { clipped } from '../words.ts';
import type { Offer } from './completion-item.ts';
import { describeField } from './describe-field.ts';
import { isRefused, type JobPlace, misfitOfValue } from './job-place.ts';
import { nameOffers } from './name-offers.ts';
import { usualValues } from './usual-values.ts';
import { blocksFor, emptySnippet, literalSnippet } from './value-snippet.ts';
import { weekDayOffers } from './week-day-offers.ts';
import { plainText } from './without-snippet.ts';
import { zoneOffers } from './zone-offers.ts';

/** A value to offer; blocks that hold places to fill in have no `value`. */
export interface ValueOffer extends Omit<Offer, 'sort'> {
  value?: Json;
}

/**
 * What can stand at a place of the job: blocks, usual values, then everything that is allowed. What does not suit this job
 * comes last, and nothing comes twice. `typed` is what stands before the cursor.
 */
export function valueOffers(place: JobPlace, typed: string, facts: Facts): ValueOffer[] {
  const known = [
    ...blockOffers(place),
    ...formatOffers(place, typed, facts),
    ...nameOffers(place, typed, facts),
    ...usualOffers(place),
    ...allowedOffers(place),
  ];
  const offers = [...known, ...(known.length === 0 ? stopgapOffers(place) : []), ...nullOffers(place)];
  const once = new Map<string, ValueOffer>();
  for (const offer of offers) if (!once.has(offer.label)) once.set(offer.label, offer);
  const weight = ({ value }: ValueOffer): number =>
    value !== undefined && misfitOfValue(value, place) !== undefined ? 1 : 0;
  return [...once.values()].sort((one, other) => weight(one) - weight(other));
}

function blockOffers(place: JobPlace): ValueOffer[] {
  return blocksFor(place).map(({ label, description, insert, mark }) => ({
    label,
    kind: 'block',
    insert,
    documentation: description ?? describeField(place.field),
    ...(mark !== undefined && { mark }),
  }));
}

/** Values that a format makes: moments, days, zones. */
function formatOffers({ field, job }: JobPlace, typed: string, facts: Facts): ValueOffer[] {
  switch (field.format) {
    case 'start-date-time':
      return startOffers(facts.now, zoneOfStart(job, facts)).map(({ text, words }) => ({
        ...valueOffer(text),
        mark: words,
        search: `${text} ${words}`,
        documentation: describeField(field),
      }));
    case 'week-days':
      return weekDayOffers(typed);
    case 'time-zone':
      return zoneOffers(typed, facts);
    default:
      return [];
  }
}

/** Numbers that people choose. */
function usualOffers(place: JobPlace): ValueOffer[] {
  return usualValues(place)
    .filter(({ value }) => !isRefused(value, place))
    .map(({ value, words }) => ({
      ...valueOffer(value),
      mark: words,
      search: `${value} ${words}`,
      documentation: describeField(place.field),
    }));
}

function allowedOffers(place: JobPlace): ValueOffer[] {
  const { field } = place;
  const offers: ValueOffer[] = [];
  const offer = (value: Json, documentation: string): void => {
    if (isRefused(value, place)) return;
    const mark = misfitOfValue(value, place) ?? (value === field.default ? 'default' : undefined);
    offers.push({ ...valueOffer(value), documentation, ...(mark !== undefined && { mark }) });
  };
  if (field.default !== undefined && field.allowed === undefined) offer(field.default, describeField(field));
  for (const { value, meaning } of sortedByDefault(field.allowed ?? [], field.default)) offer(value, meaning);
  if (field.types.includes('boolean') && field.allowed === undefined) {
    for (const value of [true, false]) offer(value, describeField(field, { value }));
  }
  return offers;
}

/** Where no value is known: the example, else the empty form of the type. */
function stopgapOffers(place: JobPlace): ValueOffer[] {
  const { field } = place;
  const documentation = describeField(field);
  if (field.example !== undefined) return [{ ...valueOffer(field.example), mark: 'example', documentation }];
  if (!field.types.some((type) => type === 'array' || type === 'object' || type === 'string')) return [];
  const insert = emptySnippet(place);
  return [{ label: plainText(insert).replace(/\s/g, ''), kind: 'value', insert, documentation }];
}

function nullOffers(place: JobPlace): ValueOffer[] {
  if (!place.field.types.includes('null') || isRefused(null, place)) return [];
  return [{ ...valueOffer(null), documentation: 'No value: clears the field on an update.' }];
}

function sortedByDefault<Allowed extends { value: Json }>(
  allowed: readonly Allowed[],
  usual: Json | undefined,
): Allowed[] {
  return [...allowed].sort((one, other) => Number(other.value === usual) - Number(one.value === usual));
}

/** A value in JSON's spelling. */
export function valueOffer(value: Json): ValueOffer & { value: Json } {
  return { value, label: clipped(JSON.stringify(value), 60), kind: 'value', insert: literalSnippet(value) };
}
