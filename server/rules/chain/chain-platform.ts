import { knownJobs, linkedJobId, ownId } from '../../domain/known-jobs.ts';
import { shown } from '../../words.ts';
import type { Rule } from '../rule.ts';

const chainPlatform: Rule = {
  code: 'chain-platform',
  severity: 'warning',
  title: 'The linked job is for the other platform',
  why: 'A linked job gives its patches to this one, and those of Windows do not install on Linux, nor the other way round. Silent where neither the platform nor a file knows the linked job.',
  source: 'inferred',
  since: '3.3',
  check: ({ value }, facts) => {
    const id = linkedJobId(value);
    const { platform } = value;
    const other = platform === 'Windows' ? 'Linux' : platform === 'Linux' ? 'Windows' : undefined;
    if (id === undefined || other === undefined || id === ownId(value, facts)) return [];
    const linked = knownJobs(facts, id).find((known) => typeof known.value.platform === 'string')?.value;
    if (linked?.platform !== other) return [];
    const message = `linkedJobId is ${shown(value.linkedJobId)}, the job ${shown(linked.name)} for ${other}; this job is for ${shown(platform)}.`;
    return [{ at: '/linkedJobId', part: 'value', message }];
  },
};
export default chainPlatform;
