import type { FileEntry } from './earlier-version.ts';
import { oneLine } from './plan/one-line.ts';
import { renderChange } from './plan/render-text.ts';

/** An entry in one line: when, who, what came of it, where, how much changed. */
export function describeEntry({ when, who, action, outcome, id, connection, origin, changes }: FileEntry): string {
  const { host } = new URL(origin);
  const place = connection === host ? host : `${oneLine(connection)} (${host})`;
  const job = id === undefined ? '' : ` job ${oneLine(id)}`;
  return `${when} ${oneLine(who)}: ${OUTCOMES[outcome] ?? oneLine(outcome)}${job} on ${place}${action === 'delete' ? '' : `, ${countOf(changes.length)}`}`;
}

/** What an entry changed, a line for each. */
export function changeLines({ changes, isShortened }: FileEntry): string[] {
  if (isShortened) return ['Too much changed to be kept with its values:', ...changes.map(({ label }) => `~ ${label}`)];
  return changes.map(renderChange);
}

/** What an outcome means for the reader of a history. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'not-accepted': 'not accepted, as was found out later:',
  'left-to-plan': 'not proven, and left to the next push:',
  unknown: 'sent without an answer:',
};

function countOf(changes: number): string {
  if (changes === 0) return 'no field changed';
  return changes === 1 ? '1 field' : `${changes} fields`;
}
