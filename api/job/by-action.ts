import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { mapValues } from './scripts.ts';
import { ACTION_LISTS, keep } from './server-fields.ts';

/**
 * A normalised job with both lists of actions as objects by `actionId`, so that two states are compared action by
 * action, wherever each stands. An action without an id is new: it goes by its index.
 */
export function byAction(job: JsonObject): JsonObject {
  return mapValues(job, (value, key) => {
    if (!ACTION_LISTS.some((list) => list === key) || !Array.isArray(value)) return value;
    return Object.fromEntries(value.map((action, index) => [actionKey(action, index), withoutId(action)]));
  });
}

/** The key of an action in its list's object. */
export function actionKey(action: Json, index: number): string {
  const id = isObject(action) ? action.actionId : undefined;
  return typeof id === 'string' && id !== '' ? id.toLowerCase() : `new ${index}`;
}

/** The keys of a list's actions in their order. */
export function actionOrder(job: JsonObject, list: (typeof ACTION_LISTS)[number]): string[] {
  const actions = job[list];
  return Array.isArray(actions) ? actions.map(actionKey) : [];
}

function withoutId(action: Json): Json {
  return isObject(action) ? keep(action, (key) => key !== 'actionId') : action;
}
