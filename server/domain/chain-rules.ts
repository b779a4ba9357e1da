import { isObject, type JsonObject } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';

/** The rules of a job's chain, each at its pointer. What is no object is left out: its type is wrong. */
export function chainRules(job: JsonObject): { rule: JsonObject; at: Pointer }[] {
  if (!Array.isArray(job.chainedJobRule)) return [];
  return job.chainedJobRule.flatMap((rule, index) =>
    isObject(rule) ? [{ rule, at: `/chainedJobRule/${index}` }] : [],
  );
}
