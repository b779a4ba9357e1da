import { rootField } from '../../schemas/fields.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { inDocumentedOrder } from '../order.ts';
import { chainOf } from './chain.ts';
import { mapActions, mapValues } from './scripts.ts';
import { isServerField, keep } from './server-fields.ts';
import { askedStatus } from './spelling.ts';

/**
 * The body of a job file for a job that the server answered: its `id`, what a person decides, each action's `actionId`
 * (by which it is found again), the chain flat. What is null is left out, and so is the start of an On-demand job,
 * which is but the time of its creation. Server paths stay in the scripts' places.
 */
export function pulledBody(job: JsonObject & { id: string }): JsonObject {
  const chain = chainOf(job);
  const own = keep(job, (key) => !isServerField(key) && !(key === 'startDateTime' && job.scheduleType === 'On-demand'));
  const body = mapActions(chain === undefined ? own : { ...own, chainedJobRule: chain }, (action) =>
    keep(action, (key) => key !== 'actionLinkedToJob'),
  );
  const asked = mapValues(body, (value, key) => (key === 'status' ? askedStatus(value) : value));
  const { id } = job;
  const ordered = inDocumentedOrder(withoutNull(asked), rootField);
  return { id, ...(isObject(ordered) ? ordered : {}) };
}

function withoutNull(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (!isObject(value)) return value;
  return mapValues(
    keep(value, (key) => value[key] !== null),
    withoutNull,
  );
}
