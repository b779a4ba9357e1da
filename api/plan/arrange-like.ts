import { type Node, parseTree } from 'jsonc-parser';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { writeJson } from '../job/exact-number.ts';
import { jsonAt } from '../job/json-at.ts';
import { normalise } from '../job/normalise.ts';
import { readJson } from '../job/read-json.ts';
import { isServerField } from '../job/server-fields.ts';
import { isEqual } from './diff.ts';

/**
 * A body's text written so that it differs from a file's where the two jobs differ, and nowhere else: what says the same stands
 * there as in the file, letter by letter. A file that is no JSON object is no pattern.
 */
export function arrangeLike(bodyText: string, fileText: string): string {
  const text = fileText.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const [body, file] = [readJson(bodyText), readJson(text)];
  if (!isObject(body) || !isObject(file)) return bodyText;
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
  const written = writeObject(body, { text, indent, same: comparing(body, file) }, { node: parseTree(text), at: ROOT });
  const arranged = `${written}${/\n\s*$/.test(text) ? '\n' : ''}`;
  return fileText.includes('\r\n') ? arranged.replaceAll('\n', '\r\n') : arranged;
}

/** The file that a body is written like. */
interface Pattern {
  text: string;
  /** One step. */
  indent: string;
  /** Do the two jobs say the same at a place, however they spell it? */
  same(at: Pointer): boolean;
}

/** Where something is written, and what the file has there. */
interface Spot {
  node: Node | undefined;
  at: Pointer;
}

function comparing(body: JsonObject, file: JsonObject): Pattern['same'] {
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

function write(value: Json, pattern: Pattern, spot: Spot): string {
  const { node, at } = spot;
  if (node === undefined) return indented(writeJson(value, pattern.indent), depthOf(at), pattern);
  if (pattern.same(at)) return source(node, pattern);
  if (isObject(value) && node.type === 'object') return writeObject(value, pattern, spot);
  if (Array.isArray(value) && node.type === 'array') return writeList(value, pattern, spot);
  return indented(writeJson(value, pattern.indent), depthOf(at), pattern);
}

function writeObject(value: JsonObject, pattern: Pattern, { node, at }: Spot): string {
  const there = new Map((node?.children ?? []).map(({ children: [key, inner] = [] }) => [String(key?.value), inner]));
  const shared = [...there].flatMap(([key, inner]): [string, string][] => {
    const place = child(at, key);
    const own = value[key];
    if (own !== undefined) return [[key, write(own, pattern, { node: inner, at: place })]];
    // The file may write out what an answer leaves out; what only the server sets it need not keep.
    const isKept = at !== ROOT || key === '$schema' || !isServerField(key);
    return inner !== undefined && isKept && pattern.same(place) ? [[key, source(inner, pattern)]] : [];
  });
  const rest = Object.entries(value)
    .filter(([key]) => !there.has(key))
    .map(([key, own]): [string, string] => [key, write(own, pattern, { node: undefined, at: child(at, key) })]);
  const entries = [...shared, ...rest].map(([key, text]) => `${JSON.stringify(key)}: ${text}`);
  return enclosed(['{', '}'], entries, pattern, { node, at });
}

function writeList(value: Json[], pattern: Pattern, { node, at }: Spot): string {
  const nodes = node?.children ?? [];
  const entries = value.every((entry) => typeof entry === 'string')
    ? inOrderOf(
        nodes.map((one) => one.value),
        value,
      ).map((entry) => writeJson(entry))
    : value.map((entry, index) => write(entry, pattern, { node: nodes[index], at: child(at, String(index)) }));
  return enclosed(['[', ']'], entries, pattern, { node, at });
}

/** What both lists hold as the first has it, then what only the second has. */
function inOrderOf(like: readonly unknown[], value: readonly string[]): string[] {
  const [there, wanted] = [new Set(like), new Set<unknown>(value)];
  const kept = like.flatMap((entry) => (typeof entry === 'string' && wanted.has(entry) ? [entry] : []));
  return [...kept, ...value.filter((entry) => !there.has(entry))];
}

/** On one line where the file has it on one line. */
function enclosed([start, end]: [string, string], entries: string[], pattern: Pattern, { node, at }: Spot): string {
  if (entries.length === 0) return start + end;
  const present = node === undefined ? '' : source(node, pattern);
  if (present.length > 2 && !present.includes('\n')) {
    const blank = present[1] === ' ' ? ' ' : '';
    return start + blank + entries.join(', ') + blank + end;
  }
  const lines = entries.map((entry) => pattern.indent.repeat(depthOf(at) + 1) + entry);
  return `${start}\n${lines.join(',\n')}\n${pattern.indent.repeat(depthOf(at))}${end}`;
}

function source({ offset, length }: Node, { text }: Pattern): string {
  return text.slice(offset, offset + length);
}

function indented(json: string, depth: number, { indent }: Pattern): string {
  return json.replaceAll('\n', `\n${indent.repeat(depth)}`);
}

function depthOf(at: Pointer): number {
  return at.split('/').length - 1;
}
