import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';

/**
 * What the rules of other files may ask of a job, and no more: a workspace may hold thousands of jobs, each with its scripts and its
 * lists of ids. Undefined for what is no job.
 */
export function summaryOf(value: unknown): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const summary: JsonObject = {};
  for (const key of KEPT) {
    const kept = value[key];
    if (kept !== undefined) summary[key] = key.endsWith('Actions') ? actionsOf(kept) : kept;
  }
  return summary;
}

const KEPT = ['id', 'name', 'platform', 'linkedJobId', 'preDeployActions', 'postDeployActions'] as const;

function actionsOf(actions: Json): Json {
  return Array.isArray(actions) ? actions.map(actionOf) : actions;
}

function actionOf(action: Json): Json {
  if (!isObject(action)) return action;
  const { actionId, params } = action;
  const actionItem = isObject(params) ? params.actionItem : undefined;
  return {
    ...(actionId !== undefined && { actionId }),
    ...(actionItem !== undefined && { params: { actionItem } }),
  };
}
