import { randomUUID } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';

const PARAMETERS = ['actionItem', 'downloadURL', 'downloadProtocol', 'installMethod', 'fileChecksum'] as const;

/**
 * The actions of a body as the server keeps them, each with its base64 script (an action without one has none).
 * A create gives every action an id; an update keeps the ids that are sent and gives the others a new one.
 */
export function keptActions(sent: Json | undefined, actionType: 'predeploy' | 'postdeploy', update: boolean): Json {
  if (!Array.isArray(sent)) return null;
  return sent.filter(isObject).map((action) => keptAction(action, actionType, update));
}

/** The actions as the server answers them: an address instead of each script. */
export function answeredActions(kept: Json | undefined, customerId: string): Json {
  if (!Array.isArray(kept)) return null;
  return kept.filter(isObject).map((action) => answeredAction(action, customerId));
}

/** One action as the server answers it: `<customerId>/<actionId>/Script` instead of the script. */
export function answeredAction(action: JsonObject, customerId: string): JsonObject {
  return action.script ? { ...action, script: `${customerId}/${action.actionId}/Script` } : { ...action };
}

function keptAction(action: JsonObject, actionType: string, update: boolean): JsonObject {
  return {
    actionId: update && action.actionId ? action.actionId : randomUUID(),
    action: action.action ?? null,
    actionType: action.actionType ?? actionType,
    params: keptParameters(action),
    ...present(action, ['detectionScript', 'detectionScriptType']),
    ...(typeof action.script === 'string' ? { script: action.script.trim() } : {}),
    ...present(action, ['scriptType', 'defaultScriptType']),
    actionLinkedToJob: false,
  };
}

function keptParameters(action: JsonObject): JsonObject {
  const sent = isObject(action.params) ? action.params : {};
  const filled =
    action.action === 'Install Software' ? { ...sent, downloadProtocol: sent.downloadProtocol ?? 0 } : sent;
  return { ...present(filled, PARAMETERS), timeout: sent.timeout ?? 180 };
}

function present(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(from, name) ? [[name, from[name] ?? null]] : [])));
}
