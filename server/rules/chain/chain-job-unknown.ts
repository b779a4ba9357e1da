import { isUuid } from '../../../schemas/uuid.ts';
import { knownJobs, linkedJobId } from '../../domain/known-jobs.ts';
import { isPlaceholder } from '../../domain/placeholder.ts';
import { shown } from '../../words.ts';
import type { Rule } from '../rule.ts';

const chainJobUnknown: Rule = {
  code: 'chain-job-unknown',
  severity: 'information',
  title: 'Nobody knows the linked job',
  why: 'No job file of the workspace has this id, and the platform, which was asked, has no such job or does not show it. Silent where the workspace has more job files than are read.',
  source: 'inferred',
  since: '3.3',
  needs: ['workspace', 'server'],
  check: ({ value }, facts) => {
    const id = linkedJobId(value);
    if (id === undefined || !isUuid(id) || isPlaceholder(id)) return [];
    if (facts.server?.jobs.get(id) !== null || knownJobs(facts, id).length > 0) return [];
    if (facts.workspace?.incomplete === true) return [];
    const message = `linkedJobId is ${shown(value.linkedJobId)}: no job file here and no job on the platform has this id.`;
    return [{ at: '/linkedJobId', part: 'value', message }];
  },
};
export default chainJobUnknown;
