import { startOf } from '../../domain/job-start.ts';
import { nextFullHour } from '../../domain/next-full-hour.ts';
import { latestMoment } from '../../domain/schedule.ts';
import { tomorrowEvening } from '../../domain/start-offers.ts';
import { type ZoneClock, zoneClock } from '../../domain/wall-time.ts';
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
    const { wall, clock } = start;
    if (latestMoment(wall, clock) >= now) return [];
    const to = hourToCome(now, clock ?? zoneClock(FIRST_OF_THE_WORLD));
    const place = clock === undefined ? 'which is past everywhere' : `which is past in ${clock.zone}`;
    return [
      {
        at: '/startDateTime',
        part: 'value',
        message: `startDateTime is ${shown(value.startDateTime)}, ${place}: this Once job does not run any more. Choose a start to come, such as "${to}".`,
        to,
      },
    ];
  },
  fix: ({ at, to }, { value }, { now }) =>
    to === undefined
      ? []
      : [tomorrowEvening(now, startOf(value)?.clock?.zone ?? FIRST_OF_THE_WORLD) ?? to, to].map((start) => ({
          title: `Replace with ${shown(start)}`,
          safe: false,
          operations: [{ set: at, value: start }],
        })),
};
export default startInPast;

/** A start that is to come there is to come on every machine. */
const FIRST_OF_THE_WORLD = 'Pacific/Kiritimati';

/** The next full hour that a clock shows only once. */
function hourToCome(now: number, clock: ZoneClock | undefined): string {
  const hour = 3_600_000;
  const waits = [0, hour, 2 * hour];
  const wait = waits.find((later) => {
    const next = (Math.floor((now + later) / hour) + 1) * hour;
    return clock === undefined || clock.read(clock.wallTimeAt(next)).kind === 'once';
  });
  return nextFullHour(now + (wait ?? 0), clock?.zone);
}
