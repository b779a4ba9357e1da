import { nextFullHour } from '../../domain/next-full-hour.ts';
import { tomorrowEvening, zoneOfStart } from '../../domain/start-offers.ts';
import { shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const startMissing: Rule = {
  code: 'start-missing',
  severity: 'error',
  title: 'A scheduled job has no start',
  why: 'Every schedule but On-demand needs startDateTime; without it the platform refuses the job.',
  source: 'official documentation',
  check: ({ value }, { now }) => {
    const { scheduleType, startDateTime, timezone } = value;
    if (typeof scheduleType !== 'string' || !SCHEDULED.has(scheduleType)) return [];
    if (!isAbsent(startDateTime) || startDateTime === null) return [];
    return [
      {
        at: '/scheduleType',
        part: 'value',
        of: 'absence',
        absent: '/startDateTime',
        message: `A job with scheduleType ${shown(scheduleType)} needs "startDateTime", such as "2030-01-15 10:00:00 PM".`,
        ...(now !== undefined && { to: nextFullHour(now, timezone) }),
      },
    ];
  },
  fix: ({ to }, { value }, facts) =>
    to === undefined
      ? []
      : // First what nobody is surprised by: an Enabled job would start within the hour.
        [tomorrowEvening(facts.now, zoneOfStart(value, facts)) ?? to, to].map((start) => ({
          title: `Insert "startDateTime": ${JSON.stringify(start)}`,
          safe: false,
          operations: [{ set: '/startDateTime', value: start }],
        })),
};
export default startMissing;

const SCHEDULED = new Set(['Once', 'Daily', 'Weekly', 'Monthly']);
