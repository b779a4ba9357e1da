import type { Field } from '../schemas/fields.ts';
import { isObject, type Json, type JsonObject } from '../schemas/json.ts';

/** The value with the keys of every object in the documented order; keys that no release knows come last, as they were. */
export function inDocumentedOrder(value: Json, field: Field | undefined): Json {
  if (Array.isArray(value)) return value.map((entry) => inDocumentedOrder(entry, field?.item));
  if (!isObject(value)) return value;
  const known = (field?.children ?? []).filter(({ name }) => Object.hasOwn(value, name));
  const names = new Set(known.map(({ name }) => name));
  const rest = Object.keys(value).filter((key) => !names.has(key));
  const entries = [
    ...known.map((one): [string, Json] => [one.name, inDocumentedOrder(value[one.name] ?? null, one)]),
    ...rest.map((key): [string, Json] => [key, value[key] ?? null]),
  ];
  return Object.fromEntries(entries) satisfies JsonObject;
}
