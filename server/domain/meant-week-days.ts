import { WEEK_DAYS } from './week-days.ts';

/** What somebody who wrote no seven flags most likely meant. */
export interface WeekReading {
  /** 0 is Sunday. */
  days: number[];
  /** There is one reading: days by their names, or seven flags with other marks between. */
  certain: boolean;
}

/**
 * Reads days written by name (`Mon, Fri`, `Mon-Fri`, `weekdays`), by number (0 or 7 is Sunday), or as flags that are too few
 * or stand otherwise; undefined where no day comes out.
 */
export function readWeekDays(text: string): WeekReading | undefined {
  const words = text.toLowerCase().match(/[a-z]+|\d+|-/g) ?? [];
  const flags = words.every((word) => /^[01]$/.test(word)) ? words : flagsInOne(words);
  if (flags !== undefined) return flags.length > 7 ? undefined : reading(flagged(flags), flags.length === 7);
  const byName = words.every((word) => word === '-' || word === 'and' || /^[a-z]/.test(word));
  const days = daysOf(words.filter((word) => word !== 'and'));
  return days === undefined ? undefined : reading(days, byName);
}

function reading(days: ReadonlySet<number>, certain: boolean): WeekReading | undefined {
  return days.size === 0 ? undefined : { days: [...days], certain };
}

/** `0100010`. */
function flagsInOne(words: readonly string[]): string[] | undefined {
  const [only, ...others] = words;
  return others.length === 0 && only !== undefined && /^[01]{7}$/.test(only) ? [...only] : undefined;
}

function flagged(flags: readonly string[]): Set<number> {
  return new Set(flags.flatMap((flag, day) => (flag === '1' ? [day] : [])));
}

function daysOf(words: readonly string[]): Set<number> | undefined {
  const days = new Set<number>();
  let previous: number | undefined;
  let spans = false;
  for (const word of words) {
    if (word === '-' || word === 'to') {
      spans = previous !== undefined;
      continue;
    }
    const named = GROUPS.get(word) ?? dayOf(word);
    if (named === undefined) return undefined;
    const last = named.at(-1) ?? 0;
    if (spans && previous !== undefined) for (let day = previous; day !== last; day = (day + 1) % 7) days.add(day);
    for (const day of named) days.add(day);
    previous = last;
    spans = false;
  }
  return days;
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
