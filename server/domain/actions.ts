import { isObject, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer } from '../../schemas/pointer.ts';

export const ACTION_LISTS = ['preDeployActions', 'postDeployActions'] as const;

export type ActionList = (typeof ACTION_LISTS)[number];

export interface Action {
  value: JsonObject;
  at: Pointer;
  list: ActionList;
}

/** The actions of a job. What is no object is left out: its type is wrong. */
export function actionsOf(job: JsonObject): Action[] {
  return ACTION_LISTS.flatMap((list) => {
    const actions = job[list];
    if (!Array.isArray(actions)) return [];
    return actions.flatMap((value, index) => (isObject(value) ? [{ value, at: child(`/${list}`, index), list }] : []));
  });
}
