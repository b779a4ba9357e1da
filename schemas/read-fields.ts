import type { Field, FieldFormat, FieldRange, JsonType } from './fields.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/**
 * Reads the schema of a job as a tree of fields. References are followed, values that are merely accepted
 * (those without a meaning in `enumDescriptions`) are left out.
 */
export function readRoot(schema: unknown): Field {
  if (!isObject(schema)) throw new Error('The schema is not an object');
  const definitions = objectOf(schema.definitions);
  const root = readField({ name: '', order: 0, serverSet: false }, schema, definitions);
  return { ...root, requiredKeys: [...root.requiredKeys, ...requiredOnCreate(schema)] };
}

interface Place {
  name: string;
  order: number;
  serverSet: boolean;
}

function readField(place: Place, written: Json, definitions: JsonObject): Field {
  const schema = followed(written, definitions);
  const serverSet = place.serverSet || schema['x-server-set'] === true;
  const range = readRange(schema);
  const allowed = readAllowed(schema);
  return {
    name: place.name,
    title: textOf(schema.title),
    description: textOf(schema.description),
    types: readTypes(schema),
    ...(allowed && { allowed }),
    closed: schema['x-suggested'] === undefined,
    oftenWritten: textsOf(schema['x-often-written']),
    ...(schema.default !== undefined && { default: schema.default }),
    ...(Array.isArray(schema.examples) && schema.examples[0] !== undefined && { example: schema.examples[0] }),
    ...(range && { minimum: range.minimum, maximum: range.maximum, range }),
    ...(typeof schema['x-format'] === 'string' && { format: schema['x-format'] as FieldFormat }),
    ...(typeof schema['x-since'] === 'string' && { since: schema['x-since'] }),
    ...((schema['x-platform'] === 'Windows' || schema['x-platform'] === 'Linux') && { platform: schema['x-platform'] }),
    serverSet,
    source: textOf(schema['x-source']),
    order: place.order,
    children: Object.entries(objectOf(schema.properties)).map(([name, child], order) =>
      readField({ name, order, serverSet }, child, definitions),
    ),
    ...(schema.items !== undefined && {
      item: readField({ name: '', order: 0, serverSet }, schema.items, definitions),
    }),
    requiredKeys: [...keysOf(schema.required), ...keysOf(schema['x-expects'])],
    pairedKeys: keysOf(schema['x-expects-together']),
    snippets: readSnippets(schema.defaultSnippets),
  };
}

function followed(schema: Json, definitions: JsonObject): JsonObject {
  const written = objectOf(schema);
  const reference = written.$ref;
  return typeof reference === 'string' ? objectOf(definitions[reference.replace('#/definitions/', '')]) : written;
}

/** The keys that a body without an `id` must have. */
function requiredOnCreate(schema: JsonObject): string[] {
  const conditions = Array.isArray(schema.allOf) ? schema.allOf : [];
  return conditions.flatMap((condition) => keysOf(objectOf(objectOf(condition).then).required));
}

function readTypes(schema: JsonObject): JsonType[] {
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter(
    (type): type is JsonType => typeof type === 'string',
  );
  if (!Array.isArray(schema.enum) || schema.enum.some((value) => typeof value === 'string' && value !== ''))
    return types;
  return types.filter((type) => type !== 'string');
}

function readAllowed(schema: JsonObject): { value: Json; meaning: string }[] | undefined {
  const values = schema.enum ?? schema['x-suggested'];
  if (!Array.isArray(values)) return undefined;
  const meanings = Array.isArray(schema.enumDescriptions) ? schema.enumDescriptions : [];
  return values
    .map((value, index) => ({ value, meaning: textOf(meanings[index]) }))
    .filter((allowed) => allowed.meaning !== '');
}

function readRange(schema: JsonObject): FieldRange | undefined {
  const minimum = numberOf(schema.minimum);
  const maximum = numberOf(schema.maximum);
  if (minimum === undefined || maximum === undefined) return undefined;
  const written = objectOf(schema['x-range']);
  return {
    minimum: numberOf(written.minimum) ?? minimum,
    maximum: numberOf(written.maximum) ?? maximum,
    besides: Array.isArray(written.besides) ? written.besides.filter((value) => typeof value === 'number') : [],
    ...(typeof written.unit === 'string' && { unit: written.unit }),
    ...(isObject(written.maximumByUnit) && { maximumByUnit: numbersOf(written.maximumByUnit) }),
  };
}

function readSnippets(written: Json | undefined): Field['snippets'] {
  if (!Array.isArray(written)) return [];
  return written.map(objectOf).map((snippet) => ({
    label: textOf(snippet.label),
    ...(typeof snippet.description === 'string' && { description: snippet.description }),
    body: snippet.body ?? null,
  }));
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function keysOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
}

function textsOf(value: Json | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(objectOf(value)).map(([key, text]) => [key, textOf(text)]));
}

function numbersOf(value: JsonObject): Record<string, number> {
  return Object.fromEntries(Object.entries(value).map(([key, number]) => [key, numberOf(number) ?? 0]));
}
