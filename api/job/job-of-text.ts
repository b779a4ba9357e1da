import { isObject, type JsonObject } from '../../schemas/json.ts';
import { readJson } from './read-json.ts';

/** The job that a file's text holds, with exact numbers; undefined where it holds none. A byte order mark is passed over. */
export function jobOfText(text: string): JsonObject | undefined {
  const value = readJson(text.replace(/^\uFEFF/, ''));
  return isObject(value) ? value : undefined;
}
