import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { chainOf } from './chain.ts';
import { withDefaults } from './defaults.ts';
import { mapActions } from './scripts.ts';
import { isServerField, keep } from './server-fields.ts';
import { spellAlike } from './spelling.ts';

/**
 * A job in the one form in which a file, a body and an answer can be compared: without what only the server sets
 * (but with each action's `actionId`, by which actions are told apart), with the defaults that the server fills, the
 * chain flat, and one spelling. What says nothing is left out: null, an empty text, an empty list.
 * Doing it twice changes nothing.
 */
export function normalise(job: JsonObject): JsonObject {
  return withoutEmpty(withDefaults(asWritten(job)));
}

/** The same without the defaults: only what the job says itself. */
export function normaliseAsWritten(job: JsonObject): JsonObject {
  return withoutEmpty(asWritten(job));
}

function asWritten(job: JsonObject): JsonObject {
  const chain = chainOf(job);
  const own = keep(job, (key) => !isServerField(key));
  return spellAlike(
    mapActions(chain === undefined ? own : { ...own, chainedJobRule: chain }, (action) =>
      keep(action, (key) => key !== 'actionLinkedToJob'),
    ),
  );
}

function withoutEmpty(object: JsonObject): JsonObject {
  const entries = Object.entries(object).map(([key, value]): [string, Json] => [key, tidy(value)]);
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
}

function tidy(value: Json): Json {
  if (isObject(value)) return withoutEmpty(value);
  return Array.isArray(value) ? value.map(tidy) : value;
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
