import { isObject, type JsonObject } from '../../schemas/json.ts';
import { oneLine } from './one-line.ts';

/**
 * Who changed a job last and when, as its `updatedBy` says: `by Jane Doe on 2026-11-24 at 19:05 UTC`, or as much of that
 * as it says; empty for a job that was never changed.
 */
export function lastChange({ updatedBy }: JsonObject): string {
  if (!isObject(updatedBy)) return '';
  const { user, date } = updatedBy;
  const name = isObject(user) && typeof user.name === 'string' ? oneLine(user.name).trim() : '';
  const at = typeof date === 'number' ? new Date(date) : undefined;
  return [...(name === '' ? [] : [`by ${name}`]), ...(at === undefined ? [] : inWords(at))].join(' ');
}

/** Nothing for a date that no calendar has. */
function inWords(at: Date): string[] {
  if (Number.isNaN(at.getTime())) return [];
  const [day = '', time = ''] = at.toISOString().split('T');
  return [`on ${day} at ${time.slice(0, 5)} UTC`];
}
