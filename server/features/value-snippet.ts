import type { Field } from '../../schemas/fields.ts';
import type { Json } from '../../schemas/json.ts';

/** A sensible value for a field as snippet text: its choices, its default, or the place to type one. */
export function valueSnippet(field: Field): string {
  const [block] = field.snippets;
  if (block !== undefined) return bodySnippet(block.body);
  const values = choices(field);
  if (values.length > 1) return choiceSnippet(values);
  const [only] = values;
  const usual = field.default ?? field.example ?? only;
  if (usual !== undefined && usual !== null) return scalarSnippet(usual);
  if (field.types.includes('string')) return '"$1"';
  if (field.types.includes('array')) return '[$1]';
  if (field.types.includes('object')) return '{\n\t$1\n}';
  if (field.types.includes('integer') || field.types.includes('number')) return `\${1:${field.minimum ?? 0}}`;
  return '$1';
}

/** The body of a `defaultSnippets` entry: JSON whose texts hold placeholders; one that begins with ^ stands unquoted. */
export function bodySnippet(body: Json): string {
  return JSON.stringify(body, undefined, '\t').replace(/"\^((?:[^"\\]|\\.)*)"/g, (_, inside: string) => inside);
}

/** A value in JSON, as snippet text without places to fill in. */
export function literalSnippet(value: Json): string {
  return escaped(JSON.stringify(value, undefined, '\t'));
}

function choices(field: Field): Json[] {
  const values: Json[] = (field.allowed ?? []).map(({ value }) => value);
  if (values.length === 0 && field.types.includes('boolean')) values.push(false, true);
  const usual = field.default ?? field.example;
  return usual !== undefined && values.includes(usual) ? [usual, ...values.filter((value) => value !== usual)] : values;
}

function choiceSnippet(values: readonly Json[]): string {
  const allTexts = values.every((value) => typeof value === 'string');
  const spelled = values.map((value) => (allTexts ? String(value) : JSON.stringify(value)));
  const list = `\${1|${spelled.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  return allTexts ? `"${list}"` : list;
}

function scalarSnippet(value: Json): string {
  if (typeof value === 'string') return `"\${1:${escaped(JSON.stringify(value).slice(1, -1))}}"`;
  if (typeof value === 'object') return literalSnippet(value);
  return `\${1:${JSON.stringify(value)}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
