import type { JsonObject } from '../../schemas/json.ts';
import type { Facts } from '../facts.ts';
import { dayNamings } from './monthly-day.ts';
import { tomorrowEvening, zoneOfStart } from './start-offers.ts';

/**
 * The schedules that a job without a `scheduleType` may mean, the likeliest first, each with the keys to set. On-demand is
 * for a job that waits to be enabled: an Enabled one would start with the push.
 */
export function meantSchedules(job: JsonObject, facts: Facts): JsonObject[] {
  const { recurringWeekDays, recurring, startDateTime, status } = job;
  const isWaiting = !isSaid(status) || status === 'Disabled';
  const kinds: [kind: string, isMeant: boolean][] = [
    ['Weekly', isSaid(recurringWeekDays)],
    ['Monthly', dayNamings(job).length > 0],
    ['Daily', recurring === true],
    ['Once', isSaid(startDateTime) || !isWaiting],
    ['On-demand', isWaiting],
  ];
  return kinds.flatMap(([scheduleType, isMeant]): JsonObject[] => {
    if (!isMeant) return [];
    if (scheduleType === 'On-demand' || isSaid(startDateTime)) return [{ scheduleType }];
    const start = tomorrowEvening(facts.now, zoneOfStart(job, facts));
    return start === undefined ? [] : [{ scheduleType, startDateTime: start }];
  });
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
