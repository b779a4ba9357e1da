import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { isScriptLike } from '../../schemas/script-like.ts';
import { isServerPath } from '../../schemas/server-path.ts';
import { ACTION_LISTS, SCRIPT_FIELDS } from './server-fields.ts';

export { isServerPath } from '../../schemas/server-path.ts';

/** A script's bytes as base64, and the server's `updatedBy.date` at which they were known to be there. */
export interface KnownScript {
  base64: string;
  /** Milliseconds since 1970; null for a job that was never updated. */
  updatedAt: number | null;
}

/** By `scriptKey`. */
export type KnownScripts = Readonly<Record<string, KnownScript>>;

export function scriptKey(actionId: string, field: string): string {
  return `${actionId.toLowerCase()}/${field}`;
}

/** A script that a text carries itself: not empty, and not the server's path to it. */
export function isScriptText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '' && !isServerPath(value);
}

/** Base64 without the blanks and line breaks that a text may have in it. */
export function tidyBase64(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** The job with every server path replaced by the script, where it is known. */
export function withKnownScripts(job: JsonObject, known: KnownScripts): JsonObject {
  return mapActions(job, (action) => {
    const { actionId } = action;
    if (typeof actionId !== 'string') return action;
    return mapValues(action, (value, key) =>
      isServerPath(value) ? (known[scriptKey(actionId, key)]?.base64 ?? value) : value,
    );
  });
}

/** The job with every action of both lists replaced. What is no action stays. */
export function mapActions(
  job: JsonObject,
  change: (action: JsonObject, list: (typeof ACTION_LISTS)[number]) => JsonObject,
): JsonObject {
  return mapValues(job, (value, key) => {
    const list = ACTION_LISTS.find((name) => name === key);
    if (list === undefined || !Array.isArray(value)) return value;
    return value.map((action) => (isObject(action) ? change(action, list) : action));
  });
}

export function mapValues(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

/** Is that a field which holds a script? Wherever it stands: one that was misplaced is no less a secret. */
export function isScriptField(key: string): boolean {
  return SCRIPT_FIELDS.some((name) => name === key);
}

/** Every script of a value, wherever it stands, and what looks like one. */
export function scriptsIn(value: Json, key = ''): string[] {
  if (typeof value === 'string')
    return isScriptText(value) && (isScriptField(key) || isScriptLike(value, key)) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => scriptsIn(entry, key));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => scriptsIn(inner, name));
}
