import { isObject, type JsonObject } from '../../schemas/json.ts';
import type { KnownJob } from './known-jobs.ts';

export interface PostAction {
  /** In lower case. */
  id: string;
  /** The name that people gave it. */
  name: string;
}

/**
 * The post actions of a job that other jobs can wait for. Undefined where they are not known: a summary or a short update
 * does not tell them, and an action that was never pushed has no id yet.
 */
export function postActions({ value: { postDeployActions: actions } }: KnownJob): PostAction[] | undefined {
  if (actions === null) return [];
  if (!Array.isArray(actions)) return undefined;
  const known = actions.flatMap((action) => (isObject(action) ? postAction(action) : []));
  return known.length === actions.length ? known : undefined;
}

function postAction({ actionId, params }: JsonObject): PostAction[] {
  if (typeof actionId !== 'string' || actionId === '') return [];
  const name = isObject(params) && typeof params.actionItem === 'string' ? params.actionItem : '';
  return [{ id: actionId.toLowerCase(), name }];
}
