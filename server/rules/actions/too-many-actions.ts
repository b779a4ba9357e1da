import { ACTION_LISTS } from '../../domain/actions.ts';
import type { Finding, Rule } from '../rule.ts';

const tooManyActions: Rule = {
  code: 'too-many-actions',
  severity: 'warning',
  title: 'More actions than the interface allows',
  why: 'The interface allows five actions before and five after the patches; nobody says what the platform does with more.',
  source: 'user interface',
  check: ({ value }) =>
    ACTION_LISTS.flatMap((list): Finding[] => {
      const actions = value[list];
      if (!Array.isArray(actions) || actions.length <= MOST) return [];
      const message = `${list} holds ${actions.length} actions; the interface allows ${MOST}. Put several steps into one script, or make a second job.`;
      return [{ at: `/${list}`, part: 'key', message }];
    }),
};
export default tooManyActions;

const MOST = 5;
