import { type Field, fieldAt } from '../../schemas/fields.ts';
import type { Json } from '../../schemas/json.ts';
import { parent } from '../../schemas/pointer.ts';
import { isOtherPlatform, isRefused, type JobPlace, misfitOfValue, platformOfBody } from './job-place.ts';

/** A block to insert as a value, in snippet text. */
interface Block {
  label: string;
  description: string | undefined;
  insert: string;
  /** Why this job does not use it. */
  mark: string | undefined;
}

/** The blocks for a field, those that suit the job first; a list has one for each kind of item. */
export function blocksFor({ field, job }: JobPlace): Block[] {
  const blocks = bodiesOf(field).map(({ label, description, body }) => {
    const platform = platformOfBody(body, field);
    const mark = platform !== undefined && isOtherPlatform(platform, job) ? `${platform} only` : undefined;
    return { label, description, insert: bodySnippet(body), mark };
  });
  return [...blocks.filter(({ mark }) => mark === undefined), ...blocks.filter(({ mark }) => mark !== undefined)];
}

/** A sensible value for a field as snippet text: its choices, its default, or the place to type one. */
export function valueSnippet(place: JobPlace): string {
  const { field } = place;
  const [block] = blocksFor(place);
  if (block !== undefined) return block.insert;
  const values = choices(place);
  if (values.length > 1) return choiceSnippet(values);
  const [only] = values;
  const usual = field.default ?? field.example ?? only;
  if (usual !== undefined && usual !== null) return scalarSnippet(usual);
  return emptySnippet(place);
}

/** The empty form of a field's type. What may not be empty has a place holder: an id in a list, a text that a job needs. */
export function emptySnippet({ pointer, field: { name, title, types, format, minimum } }: JobPlace): string {
  if (format === 'uuid' && name === '') return `"\${1:00000000-0000-0000-0000-000000000000}"`;
  const isNeeded = fieldAt(parent(pointer))?.requiredKeys.includes(name) === true;
  if (types.includes('string') && isNeeded) return `"\${1:${escaped(title)}}"`;
  if (types.includes('string')) return '"$1"';
  if (types.includes('array')) return '[$1]';
  if (types.includes('object')) return '{\n\t$1\n}';
  if (types.includes('integer') || types.includes('number')) return `\${1:${minimum ?? 0}}`;
  return `\${1:null}`;
}

/** A value in JSON, as snippet text without places to fill in. */
export function literalSnippet(value: Json): string {
  return escaped(JSON.stringify(value, undefined, '\t'));
}

/** A value that is to be looked over, as snippet text. */
export function scalarSnippet(value: Json): string {
  if (typeof value === 'string') return `"\${1:${escaped(JSON.stringify(value).slice(1, -1))}}"`;
  if (typeof value === 'object') return literalSnippet(value);
  return `\${1:${JSON.stringify(value)}}`;
}

/** Entries of an object in one snippet: the places to fill in are numbered on from one to the next. */
export function entriesSnippet(entries: readonly { key: string; insert: string }[]): string {
  let used = 0;
  const lines = entries.map(({ key, insert }) => {
    const from = used;
    const numbered = insert.replace(/(?<!\\)\$(\{?)(\d+)/g, (_, brace: string, number: string) => {
      used = Math.max(used, from + Number(number));
      return `$${brace}${from + Number(number)}`;
    });
    return `${JSON.stringify(key)}: ${numbered}`;
  });
  return lines.join(',\n');
}

function bodiesOf({ snippets, item }: Field): Field['snippets'] {
  if (item === undefined || item.snippets.length === 0) return snippets;
  return item.snippets.map((snippet) => ({ ...snippet, body: [snippet.body] }));
}

/** The body of a `defaultSnippets` entry: JSON whose texts hold placeholders; one that begins with ^ stands unquoted. */
function bodySnippet(body: Json): string {
  return JSON.stringify(body, undefined, '\t').replace(/"\^((?:[^"\\]|\\.)*)"/g, (_, inside: string) => inside);
}

/** What suits this job first; the usual one before the others. */
function choices(place: JobPlace): Json[] {
  const { field } = place;
  const values: Json[] = (field.allowed ?? []).map(({ value }) => value);
  if (values.length === 0 && field.types.includes('boolean')) values.push(false, true);
  const usual = field.default ?? field.example;
  const weight = (value: Json): number =>
    (misfitOfValue(value, place) === undefined ? 0 : 2) + (value === usual ? 0 : 1);
  return values.filter((value) => !isRefused(value, place)).sort((one, other) => weight(one) - weight(other));
}

function choiceSnippet(values: readonly Json[]): string {
  const allTexts = values.every((value) => typeof value === 'string');
  const spelled = values.map((value) => (allTexts ? String(value) : JSON.stringify(value)));
  const list = `\${1|${spelled.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  return allTexts ? `"${list}"` : list;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
