import { isObject } from '../../schemas/json.ts';
import { parent, valueAt } from '../../schemas/pointer.ts';
import { WEEK_DAYS } from '../domain/week-days.ts';
import { counted } from '../words.ts';
import type { JobPlace } from './job-place.ts';

interface UsualValue {
  value: number;
  words: string;
}

/** The numbers that people choose for a field, the most usual first; in the unit that stands beside it, where one does. */
export function usualValues(place: JobPlace): UsualValue[] {
  const pattern = place.pointer.replace(/\/\d+(?=\/|$)/g, '/*').replace(/^\/(?:pre|post)DeployActions/, '/actions');
  return USUAL[pattern]?.(unitBeside(place)) ?? [];
}

type Unit = 'HOURS' | 'MINUTES' | undefined;

const USUAL: Readonly<Record<string, (unit: Unit) => UsualValue[]>> = {
  '/chainedJobRule/*/threshold': () =>
    [100, 95, 90, 80, 50].map((value) => ({
      value,
      words: value === 100 ? 'every machine' : `${value} % of the machines`,
    })),
  '/notification/notificationConfigs/completedPercentage': () =>
    [80, 100, 50].map((value) => ({ value, words: `${value} % of the machines` })),
  '/timeout': (unit) => [
    ...lengths(unit, [6, 2, 4, 8, 12, 24], [360, 60, 120, 240, 480]),
    { value: -1, words: 'no limit' },
  ],
  '/downloadRandomizeTime': (unit) => [
    { value: 0, words: 'all at once' },
    ...lengths(unit ?? 'MINUTES', [1, 2], [30, 60, 120]),
  ],
  '/postDeployment/rebootCountdown/interval': (unit) => lengths(unit ?? 'MINUTES', [1, 2, 4], [15, 5, 30, 60]),
  '/postDeployment/rebootOption/deferment/interval': (unit) => lengths(unit, [1, 2, 4], [30, 15, 60]),
  '/preDeployment/deferment/interval': (unit) => lengths(unit, [1, 2, 4], [30, 15, 60]),
  '/postDeployment/rebootOption/deferment/count': times,
  '/preDeployment/deferment/count': times,
  '/dayOfMonth': () => [15, 1, 28].map((value) => ({ value, words: `day ${value} of the month` })),
  '/recurringDayOfMonth': () =>
    ['first', 'second', 'third', 'fourth', 'fifth'].map((words, index) => ({ value: index + 1, words })),
  '/recurringWeekDayOfMonth': () => WEEK_DAYS.map((words, value) => ({ value, words })),
  '/monthlyRecurringType': () => [
    { value: 1, words: 'days from Patch Tuesday' },
    { value: 0, words: 'not from Patch Tuesday' },
  ],
  '/patchTuesdayPlusXDays': () =>
    [3, 1, 2, 7, 14, -1].map((value) => ({
      value,
      words: value < 0 ? 'the day before Patch Tuesday' : `${counted(value, 'day')} after Patch Tuesday`,
    })),
};

function times(): UsualValue[] {
  return [3, 1, 2, 5].map((value) => ({ value, words: counted(value, 'time') }));
}

function lengths(unit: Unit, hours: readonly number[], minutes: readonly number[]): UsualValue[] {
  if (unit === 'MINUTES') return minutes.map((value) => ({ value, words: counted(value, 'minute') }));
  return hours.map((value) => ({ value, words: unit === undefined ? 'usual' : counted(value, 'hour') }));
}

function unitBeside({ pointer, field, job }: JobPlace): Unit {
  const beside = valueAt(job, parent(pointer));
  const unit = isObject(beside) ? beside[`${field.name}Unit`] : undefined;
  return unit === 'HOURS' || unit === 'MINUTES' ? unit : undefined;
}
