import type { Json, JsonObject } from '../../../schemas/json.ts';
import { readWeekDays, type WeekReading } from '../../domain/meant-week-days.ts';
import { readStart, writtenDate } from '../../domain/start-date-time.ts';
import { dayList, flagsOfDays } from '../../domain/week-days.ts';
import { shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const weeklyDays: Rule = {
  code: 'weekly-days',
  severity: 'error',
  title: 'A weekly job does not say on which days it runs',
  why: 'A weekly job needs seven flags, the first for Sunday, and runs on no day when none is set.',
  source: 'official documentation',
  before: ['bad-format'],
  check: ({ value }) => {
    const { scheduleType, recurringWeekDays: days } = value;
    if (scheduleType !== 'Weekly') return [];
    if (isAbsent(days)) {
      const message = `A Weekly job needs "recurringWeekDays": ${FORM}.`;
      return [{ at: '/scheduleType', part: 'value', of: 'absence', absent: '/recurringWeekDays', message }];
    }
    if (typeof days !== 'string') return [];
    const fault = faultOfDays(days);
    if (fault === undefined) return [];
    return [{ at: '/recurringWeekDays', part: 'value', message: `recurringWeekDays is ${shown(days)}: ${fault}.` }];
  },
  fix: (_, { value }) => {
    const meant = namesNoDay(value.recurringWeekDays) ? dayOfStart(value) : meantDays(value.recurringWeekDays);
    if (meant === undefined) return [];
    const flags = flagsOfDays(meant.days);
    const title = `Set it to ${dayList(meant.days)}: "${flags}"`;
    return [{ title, safe: meant.certain, operations: [{ set: '/recurringWeekDays', value: flags }] }];
  },
};
export default weeklyDays;

const FORM = 'seven flags, 0 or 1, by commas, the first is Sunday ("0,1,0,0,0,1,0": Monday and Friday)';

function faultOfDays(days: string): string | undefined {
  const flags = days.split(',');
  if (flags.some((flag) => flag !== '0' && flag !== '1')) return `it must be ${FORM}`;
  if (flags.length !== 7) return `${flags.length} flags; a week has seven days, the first is Sunday`;
  return flags.includes('1') ? undefined : 'no day is set, so the job never runs';
}

function namesNoDay(days: Json | undefined): boolean {
  return isAbsent(days) || (typeof days === 'string' && /^[0,]+$/.test(days));
}

function meantDays(written: Json | undefined): WeekReading | undefined {
  return typeof written === 'string' ? readWeekDays(written) : undefined;
}

/** A job that names no day, most likely means the day on which it starts. */
function dayOfStart({ startDateTime }: JsonObject): WeekReading | undefined {
  if (typeof startDateTime !== 'string' || readStart(startDateTime).kind !== 'right') return undefined;
  return { days: [writtenDate(startDateTime).getUTCDay()], certain: false };
}
