import { child } from '../../../schemas/pointer.ts';
import { type ActionList, actionsOf } from '../../domain/actions.ts';
import { fieldName, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const actionTypeList: Rule = {
  code: 'action-type-list',
  severity: 'warning',
  title: 'actionType says another time than the list that the action is in',
  why: 'The list decides when an action runs, and actionType can only repeat it. Where they differ, one of them is not what was meant.',
  source: 'release notes',
  before: ['unknown-value'],
  check: ({ written: job }) =>
    actionsOf(job).flatMap(({ value: { actionType }, at, list }): Finding[] => {
      const right = TYPES[list];
      if (typeof actionType !== 'string' || actionType === '' || actionType === right) return [];
      const place = child(at, 'actionType');
      const message = `${fieldName(place)} is ${shown(actionType)}; in ${list} it must be ${shown(right)}.`;
      const known = Object.values(TYPES).includes(actionType);
      return [{ at: place, part: 'value', message, to: right, ...(!known && { severity: 'error' }) }];
    }),
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default actionTypeList;

const TYPES: Record<ActionList, string> = { preDeployActions: 'predeploy', postDeployActions: 'postdeploy' };
