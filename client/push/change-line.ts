import type { Change } from '../../api/plan/plan.ts';
import { renderValue } from '../../api/plan/render-text.ts';
import type { Json } from '../../schemas/json.ts';
import type { Localisation } from '../localisation.ts';

/** Characters of a value that a dialog shows. */
const WIDTH = 60;

/** Entries of a list that a dialog names before it counts: two ids would not fit on a line. */
const NAMED = 1;

type Value = Change['before'];

/** One changed field on one line, short enough for a dialog and never the same on both sides of the arrow. */
export function changeLine({ label, before, after }: Change, l10n: Localisation): string {
  if (before === undefined) return `+ ${label}: ${short(after, l10n)}`;
  if (after === undefined) return `- ${label}: ${short(before, l10n)}`;
  if (isLong(before) || isLong(after)) {
    const counted = listChange(before, after, l10n);
    if (counted !== undefined) return `~ ${label}: ${counted}`;
  }
  const [was, becomes] = [whole(before), whole(after)];
  const from = Math.max(was.length, becomes.length) > WIDTH ? contextStart(was, becomes) : 0;
  return `~ ${label}: ${cut(was, from)} → ${cut(becomes, from)}`;
}

function short(value: Value, l10n: Localisation): string {
  if (!isLong(value)) return cut(whole(value), 0);
  return l10n.t(
    '{0} and {1} more',
    value
      .slice(0, NAMED)
      .map((entry) => cut(whole(entry), 0))
      .join(', '),
    value.length - NAMED,
  );
}

function isLong(value: Value): value is Json[] {
  return Array.isArray(value) && value.length > NAMED;
}

function whole(value: Value): string {
  const [only, ...others] = Array.isArray(value) ? value : [value];
  return renderValue(others.length === 0 ? only : value, Number.POSITIVE_INFINITY);
}

/** Two lists of ids by what comes and goes; undefined when they hold something else. */
function listChange(before: Value, after: Value, l10n: Localisation): string | undefined {
  const [was, becomes] = [texts(before), texts(after)];
  if (was === undefined || becomes === undefined) return undefined;
  const [earlier, later] = [new Set(was), new Set(becomes)];
  const added = becomes.filter((entry) => !earlier.has(entry)).length;
  const removed = was.filter((entry) => !later.has(entry)).length;
  if (added + removed === 0) return l10n.t('{0} entries in another order', becomes.length);
  return l10n.t('{0} → {1} entries ({2} added, {3} removed)', was.length, becomes.length, added, removed);
}

function texts(value: Value): string[] | undefined {
  if (value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const found = value.filter((entry) => typeof entry === 'string');
  return found.length === value.length ? found : undefined;
}

/** Where to start two long texts so that their first difference is seen. */
function contextStart(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return same < WIDTH / 2 ? 0 : same - WIDTH / 4;
}

function cut(text: string, from: number): string {
  const start = from > 0 ? '…' : '';
  return text.length - from <= WIDTH ? start + text.slice(from) : `${start}${text.slice(from, from + WIDTH - 1)}…`;
}
