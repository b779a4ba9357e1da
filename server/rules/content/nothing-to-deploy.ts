import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const nothingToDeploy: Rule = {
  code: 'nothing-to-deploy',
  severity: 'warning',
  title: 'An Enabled job has nothing to do',
  why: 'The interface does not let a job be enabled without a patch, a query, a linked job or an action.',
  source: 'user interface',
  check: ({ value }) => {
    if (value.status !== 'Enabled' || CONTENT.some((key) => !isAbsent(value[key]))) return [];
    const message = `status is "Enabled", but the job has no patch, no query, no linked job and no action. Name what it deploys, such as "approvedPatches".`;
    return [{ at: '/status', part: 'value', of: 'absence', absent: '/approvedPatches', message }];
  },
};
export default nothingToDeploy;

/** No page says what `customPatchURLId` brings: with it, nobody knows. */
const CONTENT = [
  'approvedPatches',
  'dynamicPatchesQQL',
  'additionalDynamicPatchesQQL',
  'linkedJobId',
  'preDeployActions',
  'postDeployActions',
  'customPatchURLId',
] as const;
