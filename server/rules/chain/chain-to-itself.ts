import { linkedJobId, ownId } from '../../domain/known-jobs.ts';
import { shown } from '../../words.ts';
import type { Rule } from '../rule.ts';

const chainToItself: Rule = {
  code: 'chain-to-itself',
  severity: 'warning',
  title: 'The job is linked to itself',
  why: 'A linked job gives its patches and must have run first: no job can do that for itself.',
  source: 'inferred',
  since: '3.3',
  before: ['chain-cycle', 'chain-job-unknown'],
  check: ({ value }, facts) => {
    const linked = linkedJobId(value);
    if (linked === undefined || linked !== ownId(value, facts)) return [];
    const message = `linkedJobId is ${shown(value.linkedJobId)}, the id of this job itself: name another job, or null.`;
    return [{ at: '/linkedJobId', part: 'value', message }];
  },
};
export default chainToItself;
