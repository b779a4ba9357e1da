import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const noTarget: Rule = {
  code: 'no-target',
  severity: 'warning',
  title: 'An enabled job names no machine',
  why: 'The interface does not let anybody enable a job without an asset or a tag; one that gets through reaches no machine.',
  source: 'user interface',
  check: ({ value }) => {
    if (value.status !== 'Enabled' || TARGETS.some((key) => !isAbsent(value[key]))) return [];
    const message =
      'The job is enabled and names no machine: give "assetIds" or "assetTagIds", or set "status" to "Disabled".';
    return [{ at: '/status', part: 'value', of: 'absence', message }];
  },
};
export default noTarget;

const TARGETS = ['assetIds', 'assetTagIds', 'matchAllTagIds'] as const;
