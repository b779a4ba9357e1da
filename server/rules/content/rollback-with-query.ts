import type { JsonObject } from '../../../schemas/json.ts';
import { QUERY_FIELDS, queryOf } from '../../domain/query.ts';
import { joined } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import { clearField } from '../clear-field.ts';
import type { Rule } from '../rule.ts';

const rollbackWithQuery: Rule = {
  code: 'rollback-with-query',
  severity: 'warning',
  title: 'A Rollback job cannot find its patches by a query',
  why: 'The interface takes no query in a Rollback job: only patches that are named can be rolled back.',
  source: 'user interface',
  check: ({ value }) => {
    if (value.type !== 'Rollback') return [];
    const key = queryOf(value) ?? (value.isDynamicPatchesQQL === true ? 'isDynamicPatchesQQL' : undefined);
    if (key === undefined) return [];
    const message = `type is "Rollback", which takes no query: remove ${joined(queryFields(value), 'and')}, and name the patches in "approvedPatches".`;
    return [{ at: `/${key}`, part: 'key', message }];
  },
  fix: (_, job, __, adds) => {
    const operations = queryFields(job.value).map((key) => clearField(job.value, key));
    if (adds(operations)) return [];
    return [{ title: 'Remove the query', safe: false, operations }];
  },
};
export default rollbackWithQuery;

function queryFields(job: JsonObject): string[] {
  return QUERY_FIELDS.filter((key) => !isAbsent(job[key]) && job[key] !== false);
}
