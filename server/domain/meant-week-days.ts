import { WEEK_DAYS } from './week-days.ts';

/** What somebody who wrote no seven flags most likely meant. */
export interface WeekReading {
  /** 0 is Sunday. */
  days: number[];
  /** There is one reading: days by their names with marks that say "and" or "to", or seven flags with any marks between. */
  certain: boolean;
}

/**
 * Reads days written by name (`Mon, Fri`, `Mon-Fri`, `weekdays`), by number (0 or 7 is Sunday), or as flags that are too few
 * or stand otherwise; undefined where no day comes out.
 */
export function readWeekDays(text: string): WeekReading | undefined {
  const parts = text.toLowerCase().match(/\p{L}+|\d+|[^\p{L}\d]+/gu) ?? [];
  const words = parts.filter(isWord);
  const flags = words.every((word) => /^[01]$/.test(word)) ? words : flagsInOne(words);
  if (flags !== undefined) return flags.length > 7 ? undefined : reading(flagged(flags), flags.length === 7);
  return readDays(parts);
}

function isWord(part: string): boolean {
  return /^[\p{L}\d]/u.test(part);
}

function reading(days: ReadonlySet<number>, certain: boolean): WeekReading | undefined {
  return days.size === 0 ? undefined : { days: [...days], certain };
}

/** Marks and words that say "to", and those that say "and". */
const SPANNING = /^\.?\s*(?:[-\u2010-\u2015\u2212~\u301c\u2192\u2026]|->|\.{2,3})\s*$|^(?:to|through|thru|until|till)$/;
const JOINING = /^[\s.,;&+[\]'"]*$/;

/** `0100010`. */
function flagsInOne(words: readonly string[]): string[] | undefined {
  const [only, ...others] = words;
  return others.length === 0 && only !== undefined && /^[01]{7}$/.test(only) ? [...only] : undefined;
}

function flagged(flags: readonly string[]): Set<number> {
  return new Set(flags.flatMap((flag, day) => (flag === '1' ? [day] : [])));
}

function readDays(parts: readonly string[]): WeekReading | undefined {
  const days = new Set<number>();
  let previous: number | undefined;
  let spans = false;
  let certain = true;
  for (const part of parts) {
    if (SPANNING.test(part)) {
      certain &&= previous !== undefined && !spans;
      spans = previous !== undefined;
    } else if (isWord(part) && part !== 'and') {
      const named = GROUPS.get(part) ?? dayOf(part);
      if (named === undefined) return undefined;
      const last = named.at(-1) ?? 0;
      if (spans && previous !== undefined) for (let day = previous; day !== last; day = (day + 1) % 7) days.add(day);
      for (const day of named) days.add(day);
      certain &&= !/\d/.test(part);
      previous = last;
      spans = false;
    } else certain &&= part === 'and' || JOINING.test(part);
  }
  return reading(days, certain && !spans);
}

function dayOf(word: string): number[] | undefined {
  if (/^[0-7]$/.test(word)) return [Number(word) % 7];
  const day = WEEK_DAYS.findIndex((name) => word.length >= 2 && name.toLowerCase().startsWith(word.replace(/s$/, '')));
  return day === -1 ? undefined : [day];
}

const GROUPS: ReadonlyMap<string, number[]> = new Map([
  ['weekday', [1, 2, 3, 4, 5]],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['workdays', [1, 2, 3, 4, 5]],
  ['weekend', [6, 0]],
  ['weekends', [6, 0]],
  ['daily', [0, 1, 2, 3, 4, 5, 6]],
  ['all', [0, 1, 2, 3, 4, 5, 6]],
  ['everyday', [0, 1, 2, 3, 4, 5, 6]],
]);
