import type { JsonObject } from '../../schemas/json.ts';
import { shown } from '../words.ts';
import { type JobStart, startOf, unknownZoneOf } from './job-start.ts';
import { dayNamings, patchTuesdayOffset } from './monthly-day.ts';
import { readStart } from './start-date-time.ts';
import { isUpdate } from './update.ts';
import { dateWords, timeWords } from './wall-words.ts';
import { dayList, daysOfFlags, WEEK_DAYS } from './week-days.ts';

/** When a job runs, as a sentence; undefined where it has no `scheduleType` that is known. */
export function scheduleSentence(job: JsonObject): string | undefined {
  if (job.scheduleType === 'On-demand') return onDemand(job);
  const rhythm = rhythmOf(job);
  if (rhythm === undefined) return undefined;
  const start = startOf(job);
  if (start === undefined) return `Runs ${rhythm}. From when is not known: ${whyNoStart(job)}.`;
  const time = `at ${timeWords(start.wall)}, ${zoneWords(job, start)}`;
  if (job.scheduleType === 'Once') return `Runs once, on ${dateWords(start.wall)} ${time}.`;
  return `Runs ${rhythm} ${time}, from ${dateWords(start.wall)} on.`;
}

function whyNoStart(job: JsonObject): string {
  const { startDateTime } = job;
  const isRead = typeof startDateTime === 'string' && readStart(startDateTime).kind === 'right';
  const zone = isRead ? unknownZoneOf(job) : undefined;
  return zone === undefined ? 'the start is missing or cannot be read' : `${shown(zone)} is no IANA time zone`;
}

/** Whether the job does not run until somebody enables it: Disabled is the platform's default for a job that is created. */
export function waitsToBeEnabled(job: JsonObject): boolean {
  const { status } = job;
  if (status === undefined || status === null || status === '') return !isUpdate(job);
  return status === 'Disabled';
}

function onDemand({ status }: JsonObject): string {
  return status === 'Enabled'
    ? 'Runs at once when it is sent: it is On-demand and Enabled.'
    : 'Runs when somebody starts it, or as soon as it is Enabled.';
}

function rhythmOf(job: JsonObject): string | undefined {
  switch (job.scheduleType) {
    case 'Once':
      return 'once';
    case 'Daily':
      return 'every day';
    case 'Weekly': {
      const days = daysOfFlags(job.recurringWeekDays);
      return days === undefined ? 'every week, on days that cannot be read,' : `every week on ${dayList(days)}`;
    }
    case 'Monthly':
      return `every month ${monthlyWords(job)}`;
    default:
      return undefined;
  }
}

function monthlyWords(job: JsonObject): string {
  const [naming, another] = dayNamings(job);
  if (naming === undefined) return 'on a day that is not named,';
  if (another !== undefined) return 'on a day that is named in more than one way,';
  switch (naming.keys[0]) {
    case 'dayOfMonth':
      return `on the ${ordinal(job.dayOfMonth)}`;
    case 'recurringLastDayOfMonth':
      return 'on its last day';
    case 'monthlyRecurringType':
    case 'patchTuesdayPlusXDays':
      return patchTuesdayWords(patchTuesdayOffset(job));
    default:
      return `on the ${ordinal(job.recurringDayOfMonth)} ${weekday(job.recurringWeekDayOfMonth)}`;
  }
}

function patchTuesdayWords(offset: number | undefined): string {
  if (offset === undefined) return 'on a day near Patch Tuesday that the file does not say,';
  if (offset === 0) return 'on Patch Tuesday, the second Tuesday,';
  const days = Math.abs(offset) === 1 ? '1 day' : `${Math.abs(offset)} days`;
  return `${days} ${offset < 0 ? 'before' : 'after'} Patch Tuesday, the second Tuesday,`;
}

function zoneWords(job: JsonObject, { clock }: JobStart): string {
  if (clock !== undefined) return `${clock.zone} time`;
  return job.timezoneType === 'AGENT_TZ'
    ? "in each machine's own time zone"
    : 'in the time zone that the platform has for the job';
}

function weekday(value: unknown): string {
  return (typeof value === 'number' ? WEEK_DAYS[value] : undefined) ?? 'day that cannot be read,';
}

function ordinal(value: unknown): string {
  if (typeof value !== 'number') return '?';
  const teens = value % 100 >= 11 && value % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}
