/** What a filter reads of a job, an asset or a patch: its fields as text. */
export type Filterable = Readonly<Record<string, unknown>>;

const TERM = /\s*([A-Za-z]+)\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`]+))\s*/y;
const AND = /and\b/iy;

/**
 * A small part of QQL: terms `field:value` joined by `and`. A value that is bare, or in double or single quotes (where a
 * backslash keeps the next character), is looked for anywhere in the field; one in backticks is the whole field. Case does
 * not count. An empty filter lets everything through; null: a filter that is none of this.
 */
export function readFilter(
  filter: string | undefined,
  fields: readonly string[],
): ((entry: Filterable) => boolean) | null {
  if (filter === undefined || filter.trim() === '') return () => true;
  const terms: ((entry: Filterable) => boolean)[] = [];
  for (let at = 0; at < filter.length; ) {
    TERM.lastIndex = at;
    const found = TERM.exec(filter);
    const field = found?.[1] ?? '';
    if (found === null || !fields.includes(field)) return null;
    terms.push(term(field, found));
    at = TERM.lastIndex;
    if (at === filter.length) break;
    AND.lastIndex = at;
    if (!AND.test(filter) || AND.lastIndex === filter.length) return null;
    at = AND.lastIndex;
  }
  return (entry) => terms.every((matches) => matches(entry));
}

function term(field: string, found: RegExpExecArray): (entry: Filterable) => boolean {
  const [, , double, single, whole, bare] = found;
  const sought = (whole ?? (double ?? single)?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '').toLowerCase();
  return (entry) => {
    const value = String(entry[field] ?? '').toLowerCase();
    return whole === undefined ? value.includes(sought) : value === sought;
  };
}
