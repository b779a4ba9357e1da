import { formatIn, formerName, timeZones } from './time-zone.ts';

/** A time zone with all by which people know it. */
export interface ZoneEntry {
  zone: string;
  /** Now: `+05:30`. */
  offset: string;
  /** `India Standard Time`; the offset again where the language has no name for it. */
  name: string;
  /** `Asia/Calcutta`. */
  former: string | undefined;
}

/** Every zone: UTC, then by name. It takes some tens of milliseconds: `Intl` makes a format for each. */
export function zoneDirectory(now: number): ZoneEntry[] {
  return timeZones().map((zone) => ({ zone, ...describedBy(zone, now), former: formerName(zone) }));
}

/**
 * How near a zone is to what somebody types, a city, a country, an offset, or the beginning of one: 0 where it is a whole
 * name or word of it, 1 where it is a beginning, undefined where it is neither.
 */
export function nearness(typed: string, { zone, offset, name, former }: ZoneEntry): 0 | 1 | undefined {
  const asOffset = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/.exec(typed.trim().toLowerCase());
  if (asOffset !== null) {
    const [, sign, hours = '', minutes = ''] = asOffset;
    return offset.startsWith(`${sign}${hours.padStart(2, '0')}:${minutes}`) ? 0 : undefined;
  }
  const wanted = plain(typed);
  if (wanted === '') return undefined;
  const tails = [zone, former ?? '', name].flatMap((text) => tailsOf(plain(text)));
  if (tails.some((tail) => `${tail} `.startsWith(`${wanted} `))) return 0;
  return tails.some((tail) => tail.startsWith(wanted)) ? 1 : undefined;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[_/\s]+/g, ' ')
    .trim();
}

/** A name from each of its words on. */
function tailsOf(text: string): string[] {
  return text.split(' ').map((_, at, words) => words.slice(at).join(' '));
}

/** One format tells both: the clock's reading of the moment, and the name. */
function describedBy(zone: string, now: number): { offset: string; name: string } {
  const format = formatIn(zone, { ...READING, timeZoneName: 'long' });
  const parts = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+) (.*)$/.exec(format?.format(now) ?? '');
  if (parts === null) return { offset: '+00:00', name: zone };
  const [, month, day, year, hour, minute, name = zone] = parts;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  return { offset: written((wall - Math.floor(now / 60_000) * 60_000) / 60_000), name };
}

const READING: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

function written(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
