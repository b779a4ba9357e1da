import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { fieldAt } from '../../schemas/fields.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { child, keyAt, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { isScriptLike } from '../../schemas/script-like.ts';
import type { JobDocument } from '../document/document.ts';
import type { Place } from '../document/tree.ts';
import { shownAddress } from '../domain/shown-address.ts';
import { daysOfFlags, shortDayList } from '../domain/week-days.ts';
import type { Facts } from '../facts.ts';
import { clipped, counted, shown } from '../words.ts';
import { itemName } from './item-name.ts';
import { scriptSizeInWords } from './script-in-words.ts';

/**
 * The job's fields by readable names: an action by its item, a chain rule by the job that it waits for, a list of ids by
 * their number. Of a job with thousands of fields the first ones.
 */
export function documentSymbols(document: JobDocument, facts: Facts): DocumentSymbol[] {
  const { value } = document;
  const job = isObject(value) ? value : {};
  const parts = partsOf(value, ROOT, { job, facts, left: MOST });
  const places = document.places(pointersOf(parts));
  return symbolsOf(parts, document, places);
}

const MOST = 5_000;

/** The same in one list, each with the name of what holds it. */
export function flatSymbols(symbols: readonly DocumentSymbol[], uri: string, holder?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(holder !== undefined && { containerName: holder }) },
    ...flatSymbols(children, uri, name),
  ]);
}

/** What becomes a symbol: found in the value, so that only its places are looked up in the text. */
interface Part {
  at: Pointer;
  name: string;
  value: unknown;
  parts: Part[];
}

function partsOf(value: unknown, at: Pointer, outline: { job: JsonObject; facts: Facts; left: number }): Part[] {
  const entries: [key: string, name: string, value: unknown][] = Array.isArray(value)
    ? value.flatMap((item, index) => (isHolder(item) ? [named(item, index)] : []))
    : isObject(value)
      ? Object.entries(value).map(([key, entry]) => [key, key === '' ? '""' : key, entry])
      : [];
  return entries.slice(0, outline.left).map(([key, name, entry]) => {
    outline.left = Math.max(0, outline.left - 1);
    const place = child(at, key);
    return { at: place, name, value: entry, parts: partsOf(entry, place, outline) };
  });

  function named(item: unknown, index: number): [string, string, unknown] {
    return [String(index), itemName(item, index, outline.job, outline.facts), item];
  }
}

function* pointersOf(parts: readonly Part[]): Generator<Pointer> {
  for (const part of parts) {
    yield part.at;
    yield* pointersOf(part.parts);
  }
}

function symbolsOf(
  parts: readonly Part[],
  document: JobDocument,
  places: ReadonlyMap<Pointer, Place>,
): DocumentSymbol[] {
  const { lines } = document;
  return parts.flatMap(({ at, name, value, parts: below }) => {
    const place = places.get(at);
    if (place === undefined) return [];
    const { key } = place;
    const whole = { start: key?.start ?? place.value.start, end: place.value.end };
    return [
      {
        name: clipped(name, 120),
        detail: detailOf(at, value),
        kind: kindOf(value),
        range: lines.rangeOf(whole),
        selectionRange: lines.rangeOf(key ?? whole),
        children: symbolsOf(below, document, places),
      },
    ];
  });
}

function detailOf(at: Pointer, value: unknown): string {
  if (Array.isArray(value)) return counted(value.length, 'item');
  if (isObject(value)) return '';
  const format = typeof value === 'string' && value !== '' ? fieldAt(at)?.format : undefined;
  // What is no base64 may be the script itself, which an outline does not spell out.
  if (format === 'base64') return scriptSizeInWords(String(value)) ?? 'not base64';
  if (format === 'url') return shownAddress(String(value));
  if (typeof value === 'string' && isScriptLike(value, keyAt(at)))
    return scriptSizeInWords(value) ?? counted(value.length, 'character');
  const days = at === '/recurringWeekDays' ? daysOfFlags(value) : undefined;
  return days === undefined ? shown(value) : shortDayList(days);
}

function kindOf(value: unknown): SymbolKind {
  if (value === null) return SymbolKind.Null;
  if (Array.isArray(value)) return SymbolKind.Array;
  if (isObject(value)) return SymbolKind.Module;
  if (typeof value === 'number') return SymbolKind.Number;
  return typeof value === 'boolean' ? SymbolKind.Boolean : SymbolKind.String;
}

function isHolder(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
