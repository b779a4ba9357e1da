import type { JsonObject } from '../../schemas/json.ts';

/** The texts with which a job asks for its patches. */
export const QUERIES = ['dynamicPatchesQQL', 'additionalDynamicPatchesQQL'] as const;

/** Everything that says that patches come by a query. */
export const QUERY_FIELDS = [
  'isDynamicPatchesQQL',
  'dynamicPatchesQQL',
  'dynamicQQLType',
  'additionalDynamicPatchesQQL',
  'additionalDynamicQQLType',
] as const;

/** The first field that holds a query. */
export function queryOf(job: JsonObject): (typeof QUERIES)[number] | undefined {
  return QUERIES.find((key) => typeof job[key] === 'string' && job[key] !== '');
}
