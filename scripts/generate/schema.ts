import { readFile } from 'node:fs/promises';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';

/** The schema of a job file as it is written, the one source. */
export async function readSchema(): Promise<JsonObject> {
  const schema: Json = JSON.parse(await readFile('schemas/pmjob.schema.json', 'utf8'));
  if (!isObject(schema)) throw new Error('schemas/pmjob.schema.json is not an object');
  return schema;
}

/**
 * A copy without the given keywords, at every depth of the schema. Names of fields are kept, also where a field is
 * called like a keyword (`description`).
 */
export function withoutKeywords(schema: Json, keywords: ReadonlySet<string>): Json {
  if (Array.isArray(schema)) return schema.map((part) => withoutKeywords(part, keywords));
  if (!isObject(schema)) return schema;
  const kept: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keywords.has(keyword)) continue;
    kept[keyword] =
      isObject(value) && (keyword === 'properties' || keyword === 'definitions')
        ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withoutKeywords(field, keywords)]))
        : withoutKeywords(value, keywords);
  }
  return kept;
}
