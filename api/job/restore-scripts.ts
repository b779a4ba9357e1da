import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { labelOf } from '../plan/label.ts';
import type { Note } from '../plan/plan.ts';
import { matchActions } from './match-actions.ts';
import { isScriptText, isServerPath, type KnownScripts, mapValues, scriptKey } from './scripts.ts';
import { updatedAt } from './sent-scripts.ts';
import { ACTION_LISTS, keep } from './server-fields.ts';

/** The body of a pulled job with its scripts, as far as anybody knows them; the notes say what is in doubt. */
export function restoreScripts(
  body: JsonObject,
  server: JsonObject,
  known: KnownScripts,
  file: JsonObject,
): { body: JsonObject; notes: Note[] } {
  const notes: Note[] = [];
  const restored = mapValues(body, (value, key) => {
    const list = ACTION_LISTS.find((name) => name === key);
    if (list === undefined || !Array.isArray(value)) return value;
    const written = arrayOf(file[list]);
    const matches = matchActions(value, written);
    return value.map((action, index) => {
      if (!isObject(action)) return action;
      const before = written[matches[index]?.index ?? -1];
      return restoreAction(action, isObject(before) ? before : {}, `/${list}/${index}`);
    });
  });
  return { body: restored, notes };

  function restoreAction(action: JsonObject, before: JsonObject, at: string): JsonObject {
    const scripts = Object.entries(action).filter(([, value]) => isServerPath(value));
    const found = scripts.map(([field]): [string, Json | undefined] => {
      const pointer = `${at}/${field}`;
      const script = typeof action.actionId === 'string' ? known[scriptKey(action.actionId, field)] : undefined;
      if (script !== undefined) {
        if ((updatedAt(server) ?? -1) > (script.updatedAt ?? -1)) notes.push(maybeOlder(pointer));
        return [field, script.base64];
      }
      const own = before[field];
      notes.push(isScriptText(own) ? keptFromFile(pointer) : leftOut(pointer));
      return [field, isScriptText(own) ? own : undefined];
    });
    const values = new Map(found);
    const whole = mapValues(action, (value, key) => (values.has(key) ? (values.get(key) ?? value) : value));
    return keep(whole, (key) => !values.has(key) || values.get(key) !== undefined);
  }
}

function maybeOlder(pointer: string): Note {
  return {
    code: 'script-may-be-older',
    pointer,
    message: `${labelOf(pointer)} is the one that was last known here; the job has been changed since, and the platform does not give scripts back.`,
  };
}

function keptFromFile(pointer: string): Note {
  return {
    code: 'script-from-file',
    pointer,
    message: `${labelOf(pointer)} is the one that the file held; whether the platform has the same is not known.`,
  };
}

function leftOut(pointer: string): Note {
  return {
    code: 'script-left-out',
    pointer,
    message: `${labelOf(pointer)} is left out: the platform does not give scripts back, and nobody here knows it. Add it before you push.`,
  };
}
function arrayOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
