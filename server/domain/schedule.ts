import type { JsonObject } from '../../schemas/json.ts';
import { type JobStart, startOf } from './job-start.ts';
import { type Day, dayNamings } from './monthly-day.ts';
import { DAY, type WallTime, type ZoneClock } from './wall-time.ts';

/** One run of a job. */
export interface Run {
  /** What the clock shows where the job's time counts. */
  wall: WallTime;
  /** Milliseconds since 1970; absent where each machine has its own zone, or nobody said which. */
  moment?: number;
}

/**
 * The next runs of a job after a moment (ms since 1970) and not before its start, at most `count`, looked for over five
 * years from the later of the two. Without a zone, runs that are still to come on some machine of the world. Undefined where
 * the job has no schedule (On-demand), or one that cannot be read: then nobody knows.
 *
 * A run at a time that a change of the clocks skips comes later by what they skip, and one at a time that comes twice is
 * the first of the two: no source says what the platform does.
 */
export function nextRuns(job: JsonObject, after: number, count: number): Run[] | undefined {
  const start = startOf(job);
  if (start === undefined) return undefined;
  const { clock } = start;
  const from = Math.max(dayOf(start.wall), dayOf((clock?.wallTimeAt(after) ?? after) - DAY));
  const days = daysOf(job, start, from);
  if (days === undefined) return undefined;

  const runs: Run[] = [];
  for (const day of days) {
    if (runs.length >= count || day > from + HORIZON) break;
    const wall = day + (start.wall - dayOf(start.wall));
    if (wall < start.wall) continue;
    const run: Run = clock === undefined ? { wall } : runAt(clock.read(wall).moment, clock);
    if ((run.moment ?? latestMoment(wall, undefined)) <= after) continue;
    if (run.moment === undefined || run.moment !== runs.at(-1)?.moment) runs.push(run);
  }
  return runs;
}

function runAt(moment: number, clock: ZoneClock): Run {
  return { wall: clock.wallTimeAt(moment), moment };
}

/** The last moment at which a clock shows a wall time: in its zone, else in the last zone of the world (UTC-12). */
export function latestMoment(wall: WallTime, clock: ZoneClock | undefined): number {
  if (clock === undefined) return wall + 12 * 3_600_000;
  const reading = clock.read(wall);
  return reading.kind === 'twice' ? reading.moment + reading.by : reading.moment;
}

const HORIZON = 5 * 366 * DAY;

/** The days of the schedule in their order, from a day on, without end; undefined where they cannot be read. */
function daysOf(job: JsonObject, start: JobStart, from: Day): Iterable<Day> | undefined {
  switch (job.scheduleType) {
    case 'Once':
      return [dayOf(start.wall)];
    case 'Daily':
      return daysFrom(from, () => true);
    case 'Weekly': {
      const flags = typeof job.recurringWeekDays === 'string' ? job.recurringWeekDays.split(',') : [];
      if (flags.length !== 7 || !flags.every((flag) => flag === '0' || flag === '1')) return undefined;
      return daysFrom(from, (day) => flags[new Date(day).getUTCDay()] === '1');
    }
    case 'Monthly': {
      const [naming, another] = dayNamings(job);
      if (naming === undefined || another !== undefined) return undefined;
      const days = monthlyDays(from, naming.dayIn);
      return days.length === 0 ? undefined : days;
    }
    default:
      return undefined;
  }
}

function* daysFrom(from: Day, counts: (day: Day) => boolean): Generator<Day> {
  for (let day = from; day <= from + HORIZON; day += DAY) if (counts(day)) yield day;
}

/** A day counted from Patch Tuesday can lie in the month before or after. */
function monthlyDays(from: Day, dayIn: (year: number, month: number) => Day | undefined): Day[] {
  const first = new Date(from);
  const days: Day[] = [];
  for (let month = -1; month <= MONTHS; month++) {
    const day = dayIn(first.getUTCFullYear(), first.getUTCMonth() + month);
    if (day !== undefined && day >= from) days.push(day);
  }
  return days;
}

const MONTHS = 62;

function dayOf(wall: WallTime): Day {
  return Math.floor(wall / DAY) * DAY;
}
