import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { writeJson } from '../job/exact-number.ts';
import { jsonAt } from '../job/json-at.ts';
import { normalise } from '../job/normalise.ts';
import { readJson } from '../job/read-json.ts';
import { isServerField } from '../job/server-fields.ts';
import { isEqual } from './diff.ts';

/**
 * A body's text written so that it differs from a file's where the two jobs differ, and nowhere else: what says the same is
 * spelled as in the file and stands in the file's order. A file that is no JSON object is no pattern.
 */
export function arrangeLike(bodyText: string, fileText: string): string {
  const [body, file] = [readJson(bodyText), readJson(fileText.replace(/^\uFEFF/, ''))];
  if (!isObject(body) || !isObject(file)) return bodyText;
  const indent = /^[ \t]+(?=")/m.exec(fileText)?.[0] ?? '  ';
  const end = /\n\s*$/.test(fileText) ? '\n' : '';
  const text = `${writeJson(arrangeObject(body, file, comparing(body, file), ROOT), indent)}${end}`;
  return fileText.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** Do the two jobs say the same at a place, however they spell it? */
type SaysTheSame = (at: Pointer) => boolean;

function comparing(body: JsonObject, file: JsonObject): SaysTheSame {
  const [one, other] = [normalise(body), normalise(file)];
  return (at) => {
    const [said, written] = [jsonAt(one, at), jsonAt(other, at)];
    // What comparing leaves out is what only the server sets, or says nothing.
    if (said === undefined && written === undefined) return isNothing(jsonAt(body, at));
    return isEqual(said, written);
  };
}

function isNothing(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function arrange(value: Json, like: Json, same: SaysTheSame, at: Pointer): Json {
  if (same(at)) return like;
  if (isObject(value) && isObject(like)) return arrangeObject(value, like, same, at);
  if (!Array.isArray(value) || !Array.isArray(like)) return value;
  if (value.every((entry) => typeof entry === 'string')) return inOrderOf(like, value);
  return value.map((entry, index) => {
    const other = like[index];
    return other === undefined ? entry : arrange(entry, other, same, child(at, String(index)));
  });
}

function arrangeObject(value: JsonObject, like: JsonObject, same: SaysTheSame, at: Pointer): JsonObject {
  const shared = Object.entries(like).flatMap(([key, other]): [string, Json][] => {
    const inner = value[key];
    if (inner !== undefined) return [[key, arrange(inner, other, same, child(at, key))]];
    // The file may write out what an answer leaves out; what only the server sets it need not keep.
    const isKept = at !== ROOT || key === '$schema' || !isServerField(key);
    return isKept && same(child(at, key)) ? [[key, other]] : [];
  });
  const rest = Object.entries(value).filter(([key]) => !Object.hasOwn(like, key));
  return Object.fromEntries([...shared, ...rest]);
}

/** What both lists hold as the first has it, then what only the second has. */
function inOrderOf(like: readonly Json[], value: readonly Json[]): Json[] {
  const [there, wanted] = [new Set(like), new Set(value)];
  return [...like.filter((entry) => wanted.has(entry)), ...value.filter((entry) => !there.has(entry))];
}
