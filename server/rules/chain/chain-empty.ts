import { child } from '../../../schemas/pointer.ts';
import { chainRules } from '../../domain/chain-rules.ts';
import { fieldName } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Finding, Rule } from '../rule.ts';

const chainEmpty: Rule = {
  code: 'chain-empty',
  severity: 'warning',
  title: 'A chain rule names no post action',
  why: 'A rule waits for the post actions that it names; with none there is nothing whose success could be counted.',
  source: 'inferred',
  since: '3.3',
  check: ({ value }) =>
    chainRules(value).flatMap(({ rule, at }): Finding[] => {
      if (!isAbsent(rule.actionIds)) return [];
      const list = child(at, 'actionIds');
      const message = `${fieldName(at)} names no post action: give the ids of one or more post actions of the linked job in "actionIds".`;
      const present = rule.actionIds !== undefined;
      return [{ at: present ? list : at, part: present ? 'value' : 'key', of: 'absence', absent: list, message }];
    }),
};
export default chainEmpty;
