import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { keep } from './server-fields.ts';

/**
 * The chain's rules as a body carries them. The server gives them back inside `linkedToJob` alone, each with an `id` of
 * its own and its actions' details; a body has them flat. Undefined when the job names no chain.
 */
export function chainOf(job: JsonObject): Json | undefined {
  const flat = job.chainedJobRule;
  if (flat !== undefined && flat !== null) return flat;
  const parents = Array.isArray(job.linkedToJob) ? job.linkedToJob : [];
  const rules = parents.flatMap((parent) =>
    isObject(parent) && Array.isArray(parent.chainedJobRule) ? parent.chainedJobRule : [],
  );
  return rules.length === 0 ? flat : rules.map((rule) => (isObject(rule) ? ruleOfBody(rule) : rule));
}

function ruleOfBody(rule: JsonObject): JsonObject {
  return keep(rule, (key) => key !== 'id' && key !== 'actionDetails');
}
