import { joined } from '../words.ts';

/** The days in the order of the flags of `recurringWeekDays`. */
export const WEEK_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The days, 0 being Sunday, that the flags of a `recurringWeekDays` set; undefined where they are not seven. */
export function daysOfFlags(flags: unknown): number[] | undefined {
  if (typeof flags !== 'string' || !/^[01](?:,[01]){6}$/.test(flags)) return undefined;
  return flags.split(',').flatMap((flag, day) => (flag === '1' ? [day] : []));
}

export function flagsOfDays(days: readonly number[]): string {
  return WEEK_DAYS.map((_, day) => (days.includes(day) ? 1 : 0)).join(',');
}

/** Days as people say them, the week beginning on Monday: "Monday and Friday", "Monday to Friday", "every day". */
export function dayList(days: readonly number[]): string {
  if (days.length === 0) return 'no day';
  if (days.length === 7) return 'every day';
  if (flagsOfDays(days) === '0,1,1,1,1,1,0') return 'Monday to Friday';
  return joined(
    mondayFirst(days).map((day) => WEEK_DAYS[day] ?? ''),
    'and',
  );
}

/** The same where there is little room: "Mon, Fri". */
export function shortDayList(days: readonly number[]): string {
  if (days.length === 0 || days.length === 7) return dayList(days);
  if (flagsOfDays(days) === '0,1,1,1,1,1,0') return 'Mon to Fri';
  return mondayFirst(days)
    .map((day) => WEEK_DAYS[day]?.slice(0, 3) ?? '')
    .join(', ');
}

/** The days that a text names, by three letters of each or more: "mon, Fri". Undefined where a word is no day. */
export function daysNamedIn(text: string): number[] | undefined {
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && word !== 'and');
  const days = words.map((word) =>
    word.length < 2 ? -1 : WEEK_DAYS.findIndex((day) => day.toLowerCase().startsWith(word)),
  );
  return days.length === 0 || days.includes(-1) ? undefined : [...new Set(days)];
}

function mondayFirst(days: readonly number[]): number[] {
  return [...days].sort((one, other) => ((one + 6) % 7) - ((other + 6) % 7));
}
