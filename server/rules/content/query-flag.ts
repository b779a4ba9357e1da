import { QUERIES, queryOf } from '../../domain/query.ts';
import { shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Finding, Rule } from '../rule.ts';

const queryFlag: Rule = {
  code: 'query-flag',
  severity: 'warning',
  title: '"isDynamicPatchesQQL" says something else than the query',
  why: 'Without the flag the platform does not look for patches by the query; with the flag and no query it finds none.',
  source: 'official documentation',
  check: ({ value }) => {
    const { isDynamicPatchesQQL: flag, dynamicPatchesQQL: query, type } = value;
    // There the query itself is wrong, and `rollback-with-query` says so.
    if (type === 'Rollback') return [];
    if (flag === true && isAbsent(query)) {
      const message = `${AT.slice(1)} is true, but there is no query in "dynamicPatchesQQL". Write one, or set the flag to false.`;
      const to = queryOf(value) === undefined ? { to: false } : {};
      if (query !== undefined) return [{ at: AT, part: 'value', message, ...to }];
      return [{ at: AT, part: 'value', of: 'absence', absent: '/dynamicPatchesQQL', message, ...to }];
    }
    return isAbsent(query) || flag === true ? [] : unused(flag);
  },
  fix: ({ to }) =>
    to === undefined
      ? []
      : [{ title: `Set "isDynamicPatchesQQL" to ${shown(to)}`, safe: false, operations: [{ set: AT, value: to }] }],
};
export default queryFlag;

const AT = '/isDynamicPatchesQQL';

/** A query that the flag does not switch on; left out, the flag becomes false (release notes). */
function unused(flag: unknown): Finding[] {
  if (flag === false) {
    const message = `isDynamicPatchesQQL is false, but "dynamicPatchesQQL" holds a query, which is not used then. Set it to true, or remove the query.`;
    return [{ at: AT, part: 'value', message, to: true }];
  }
  if (!isAbsent(flag)) return [];
  const [at] = QUERIES;
  const message = `${at} is not used without "isDynamicPatchesQQL": true; left out, that becomes false.`;
  return [{ at: `/${at}`, part: 'key', of: 'absence', absent: AT, message, to: true }];
}
