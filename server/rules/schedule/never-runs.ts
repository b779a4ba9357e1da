import type { Pointer } from '../../../schemas/pointer.ts';
import { nextRuns } from '../../domain/schedule.ts';
import type { Facts } from '../../facts.ts';
import type { ShapeProblem } from '../../schema/shape-problem.ts';
import { shown } from '../../words.ts';
import { isMisspelt } from '../meant.ts';
import type { Job, Rule } from '../rule.ts';
import startDoesNotExist from './start-does-not-exist.ts';
import startInPast from './start-in-past.ts';
import weeklyDays from './weekly-days.ts';

const neverRuns: Rule = {
  code: 'never-runs',
  severity: 'warning',
  title: 'The schedule has no run to come',
  why: 'The job stays on the platform and does nothing. pmjob looks five years ahead from today or from the start, whichever is later.',
  source: 'inferred',
  needs: ['now'],
  check: (job, facts) => {
    const { value } = job;
    if (nextRuns(value, facts.now ?? 0, 1)?.length !== 0 || hasFindings(job, facts)) return [];
    const message = `startDateTime is ${shown(value.startDateTime)} and scheduleType is ${shown(value.scheduleType)}: there is no run to come. Choose a later start, or another schedule.`;
    return [{ at: '/startDateTime', part: 'value', message }];
  },
};
export default neverRuns;

/** Whether something else is said already of a field that decides when the job runs. */
function hasFindings(job: Job, facts: Facts): boolean {
  return (
    job.shape.some((problem) => OF_ZONE.has(problem.pointer) && !hasRepair(problem)) ||
    [startInPast, startDoesNotExist, weeklyDays].some((rule) => rule.check(job, facts).length > 0)
  );
}

const OF_ZONE = new Set<Pointer>(['/timezoneType', '/timezone']);

function hasRepair(problem: ShapeProblem): boolean {
  return isMisspelt(problem) && problem.nearest !== undefined;
}
