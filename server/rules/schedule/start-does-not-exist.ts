import { startOf } from '../../domain/job-start.ts';
import { writeStart } from '../../domain/start-date-time.ts';
import { shown } from '../../words.ts';
import type { Rule } from '../rule.ts';

const startDoesNotExist: Rule = {
  code: 'start-does-not-exist',
  severity: 'warning',
  title: 'The clocks change over the start',
  why: 'A local time that daylight saving skips, or has twice, starts the job at another moment than somebody meant.',
  source: 'inferred',
  check: ({ value }) => {
    const start = startOf(value);
    if (start?.clock === undefined) return [];
    const { zone } = start.clock;
    const reading = start.clock.read(start.wall);
    if (reading.kind === 'once') return [];
    const later = writeStart(new Date(start.wall + reading.by));
    const why =
      reading.kind === 'skipped'
        ? `does not exist in ${zone}: the clocks go forward over it`
        : `comes twice in ${zone}: the clocks go back over it`;
    const message = `startDateTime is ${shown(value.startDateTime)}, which ${why}. Choose a time before or after, such as "${later}".`;
    return [{ at: '/startDateTime', part: 'value', message }];
  },
};
export default startDoesNotExist;
