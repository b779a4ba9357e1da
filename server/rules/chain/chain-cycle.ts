import { wayBack } from '../../domain/chain-cycle.ts';
import { type KnownJob, linkedJobId, ownId } from '../../domain/known-jobs.ts';
import { shown } from '../../words.ts';
import type { Related, Rule } from '../rule.ts';

const chainCycle: Rule = {
  code: 'chain-cycle',
  severity: 'warning',
  title: 'The chain of linked jobs leads back to this job',
  why: 'Each job of a chain waits for its linked job. In a circle every one of them waits for ever.',
  source: 'inferred',
  since: '3.3',
  needs: ['workspace'],
  check: ({ value }, facts) => {
    const parent = linkedJobId(value);
    if (parent === undefined) return [];
    const own = ownId(value, facts);
    if (own === undefined || parent === own) return [];
    const way = wayBack(own, parent, facts);
    if (way === undefined) return [];
    const names = [...way.map(nameOf), 'this job'];
    const message = `linkedJobId leads back to this job: it waits for ${names.join(', which waits for ')}.`;
    const related = way.map(
      (job, index): Related => ({
        at: '/linkedJobId',
        part: 'value',
        message: `${nameOf(job)} waits for ${names[index + 1]}.`,
        ...(job.file !== undefined && { file: job.file }),
      }),
    );
    return [{ at: '/linkedJobId', part: 'value', message, related }];
  },
};
export default chainCycle;

function nameOf({ id, value: { name } }: KnownJob): string {
  return typeof name === 'string' && name !== '' ? shown(name) : id;
}
