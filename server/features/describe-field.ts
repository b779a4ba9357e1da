import type { Field, JsonType } from '../../schemas/fields.ts';
import type { Json } from '../../schemas/json.ts';

/** What a description says of the field of one job. */
interface Present {
  value?: unknown;
  words?: string;
}

/**
 * A field as a patch engineer reads it, in Markdown. `value` is marked among the allowed ones, `words` are what the value
 * of the job says.
 */
export function describeField(field: Field, present?: Present): string {
  if (present !== undefined) return description(field, present);
  const known = descriptions.get(field) ?? description(field, {});
  descriptions.set(field, known);
  return known;
}

/** Of fields alone: a list of completions has up to fifty, and is asked for with every key that is typed. */
const descriptions = new Map<Field, string>();

function description(field: Field, { value, words = '' }: Present): string {
  const heading = field.name === '' ? `**${field.title}**` : `**${field.title}** · \`${field.name}\``;
  return [
    heading,
    field.description,
    words === '' ? '' : `---\n\n${words}\n\n---`,
    allowedValues(field, value),
    facts(field),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function allowedValues(field: Field, value: unknown): string {
  if (field.allowed === undefined) return '';
  return field.allowed
    .map(({ value: allowed, meaning }) => {
      const code = `\`${JSON.stringify(allowed)}\``;
      return `- ${allowed === value ? `**${code}**` : code}${meaning === '' ? '' : ` – ${meaning}`}`;
    })
    .join('\n');
}

function facts(field: Field): string {
  const lines: string[] = [];
  if (field.types.length > 0) lines.push(`Type: ${field.types.map(typeName).join(' or ')}${bounds(field)}`);
  if (field.default !== undefined) lines.push(`Default: \`${inline(field.default)}\``);
  if (field.platform !== undefined) lines.push(`Platform: ${field.platform} only`);
  if (field.serverSet) lines.push('Set by the server: left out of what pmjob creates');
  if (field.since !== undefined) lines.push(`Since: release ${field.since}`);
  const source = sourceNames(field.source);
  if (source !== '') lines.push(`Source: ${source}`);
  return lines.join('  \n');
}

function bounds({ range }: Field): string {
  if (range === undefined) return '';
  const besides = range.besides.length === 0 ? '' : `, or ${range.besides.join(', ')}`;
  const byUnit = Object.entries(range.maximumByUnit ?? {}).map(([unit, maximum]) => `${maximum} ${unit}`);
  return `, ${range.minimum} to ${byUnit.length === 0 ? range.maximum : byUnit.join(' or ')}${besides}`;
}

function typeName(type: JsonType): string {
  const names: Record<JsonType, string> = {
    null: 'null',
    boolean: 'true or false',
    integer: 'whole number',
    number: 'number',
    string: 'text',
    array: 'list',
    object: 'object',
  };
  return names[type];
}

function inline(value: Json): string {
  return JSON.stringify(value);
}

function sourceNames(letters: string): string {
  return letters
    .split(/[\s,]+/)
    .flatMap((letter) => SOURCES.get(letter) ?? [])
    .join(', ');
}

const SOURCES: ReadonlyMap<string, string> = new Map([
  ['S', 'release notes 3.3'],
  ['D', 'Qualys documentation'],
  ['U', 'user interface'],
  ['K', 'public Python SDK'],
  ['I', 'inferred from the samples'],
]);
