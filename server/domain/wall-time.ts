import { formatIn } from './time-zone.ts';

/**
 * A date and a time of day as a clock on the wall shows them, in whatever zone: the milliseconds since 1970 of the same
 * reading in UTC.
 */
export type WallTime = number;

/** What a wall time is in a zone: once a moment, or none, or two, where the clocks change. Moments in ms since 1970. */
type ZonedReading =
  | { kind: 'once'; moment: number }
  /** The clocks go forward over it by `by` ms; `moment` is the one that the clock before the change would call so. */
  | { kind: 'skipped'; moment: number; by: number }
  /** The clocks go back over it by `by` ms; `moment` is the first of the two. */
  | { kind: 'twice'; moment: number; by: number };

export interface ZoneClock {
  /** The zone's name. */
  zone: string;
  wallTimeAt(moment: number): WallTime;
  read(wall: WallTime): ZonedReading;
}

/** The clock of a zone; undefined where the platform knows none of that name. */
export function zoneClock(zone: string): ZoneClock | undefined {
  const format = formatIn(zone, { timeZoneName: 'longOffset' });
  if (format === undefined) return undefined;
  const offsetAt = (moment: number): number => readOffset(format.format(moment));
  return {
    zone,
    wallTimeAt: (moment) => moment + offsetAt(moment),
    read: (wall) => {
      const before = offsetAt(wall - DAY);
      const after = offsetAt(wall + DAY);
      const moments = [...new Set([wall - before, wall - after])].filter(
        (moment) => moment + offsetAt(moment) === wall,
      );
      const [moment, second] = moments.sort((one, other) => one - other);
      if (moment === undefined) return { kind: 'skipped', moment: wall - before, by: after - before };
      return second === undefined ? { kind: 'once', moment } : { kind: 'twice', moment, by: second - moment };
    },
  };
}

export const DAY = 86_400_000;

/** Midnight of a day of any year, `month` counted from 0; `Date.UTC` takes the years 0 to 99 for those of its own century. */
export function midnight(year: number, month: number, day: number): WallTime {
  return new Date(0).setUTCFullYear(year, month, day);
}

/** `GMT`, `GMT+05:30`, and in old times `GMT-00:01:15` at the end of what `Intl` writes, as ms east of UTC. */
function readOffset(written: string): number {
  const [, sign, hours, minutes, seconds = '0'] = /([+-])(\d+):(\d+)(?::(\d+))?$/.exec(written) ?? [];
  if (sign === undefined) return 0;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}
