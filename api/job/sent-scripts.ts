import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { matchActions } from './match-actions.ts';
import { isScriptText, isServerPath, type KnownScript, type KnownScripts, scriptKey, tidyBase64 } from './scripts.ts';
import { ACTION_LISTS } from './server-fields.ts';

/**
 * The scripts of a body that was accepted, by the ids that the answer gave its actions; `at`: the job's `updatedBy` at which
 * they were there.
 */
export function sentScripts(answer: JsonObject, body: JsonObject, at: number | null): KnownScripts {
  const known: [string, KnownScript][] = [];
  for (const list of ACTION_LISTS) {
    const sent = arrayOf(body[list]);
    const answered = arrayOf(answer[list]);
    const matches = matchActions(answered, sent);
    for (const [index, action] of answered.entries()) {
      const source = sent[matches[index]?.index ?? -1];
      if (!isObject(action) || typeof action.actionId !== 'string' || !isObject(source)) continue;
      for (const [field, value] of Object.entries(action)) {
        const script = source[field];
        if (!isServerPath(value) || !isScriptText(script)) continue;
        known.push([scriptKey(action.actionId, field), { base64: tidyBase64(script), updatedAt: at }]);
      }
    }
  }
  return Object.fromEntries(known);
}

/** When a job was last changed, in milliseconds since 1970; null for one that never was. */
export function updatedAt({ updatedBy }: JsonObject): number | null {
  const date = isObject(updatedBy) ? updatedBy.date : null;
  return typeof date === 'number' ? date : null;
}

function arrayOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
