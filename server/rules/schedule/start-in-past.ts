import { startOf } from '../../domain/job-start.ts';
import { nextFullHour } from '../../domain/next-full-hour.ts';
import { latestMoment } from '../../domain/schedule.ts';
import { zoneClock } from '../../domain/wall-time.ts';
import { shown } from '../../words.ts';
import type { Rule } from '../rule.ts';

const startInPast: Rule = {
  code: 'start-in-past',
  severity: 'warning',
  title: 'A job that runs once and is Enabled starts in the past',
  why: 'A run-once job whose start has passed never runs, and once it is Enabled the interface lets nobody edit it.',
  source: 'user interface',
  needs: ['now'],
  before: ['start-does-not-exist'],
  check: ({ value }, { now = 0 }) => {
    if (value.scheduleType !== 'Once' || value.status !== 'Enabled') return [];
    const start = startOf(value);
    if (start === undefined) return [];
    const clock = start.zone === undefined ? undefined : zoneClock(start.zone);
    if (latestMoment(start.wall, clock) >= now) return [];
    const to = hourToCome(now, start.zone);
    const place = start.zone === undefined ? 'which is past everywhere' : `which is past in ${start.zone}`;
    return [
      {
        at: '/startDateTime',
        part: 'value',
        message: `startDateTime is ${shown(value.startDateTime)}, ${place}: this Once job does not run any more. Choose a start to come, such as "${to}".`,
        to,
      },
    ];
  },
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default startInPast;

/** The next full hour in a zone that comes once there; without a zone one that is to come on every machine of the world. */
function hourToCome(now: number, zone = 'Pacific/Kiritimati'): string {
  const clock = zoneClock(zone);
  const hour = 3_600_000;
  const later = [0, hour, 2 * hour].map((wait) => now + wait);
  const plain = later.find((moment) => {
    const next = (Math.floor(moment / hour) + 1) * hour;
    return clock.read(clock.wallTimeAt(next)).kind === 'once';
  });
  return nextFullHour(plain ?? now, zone);
}
