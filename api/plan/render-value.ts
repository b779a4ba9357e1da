import { isObject, type Json } from '../../schemas/json.ts';
import { writeJson } from '../job/exact-number.ts';
import { oneLine } from './one-line.ts';

const LONGEST = 120;

/** Entries of a list that are named; the others are counted. */
const NAMED = 5;

/** A value as a plan shows it: on one line, cut after `longest` characters, a script by its fingerprint. */
export function renderValue(value: Json | undefined, longest = LONGEST): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (isFingerprint(value)) {
    const lines = value.lines === 1 ? '1 line' : `${value.lines} lines`;
    return `script of ${lines}, ${value.length} bytes, SHA-256 ${value.sha256.slice(0, 12)}…`;
  }
  if (Array.isArray(value) && value.length === 0) return 'nothing';
  if (Array.isArray(value) && value.length > NAMED && value.every((entry) => typeof entry === 'string'))
    return `${value
      .slice(0, NAMED)
      .map((entry) => `"${oneLine(entry)}"`)
      .join(', ')} and ${value.length - NAMED} more`;
  const json = writeJson(value);
  const isText = typeof value === 'string' && json.startsWith('"');
  const text = isText ? `"${oneLine(value)}"` : oneLine(json);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function isFingerprint(value: Json): value is { sha256: string; length: number; lines: number } {
  return (
    isObject(value) &&
    typeof value.sha256 === 'string' &&
    typeof value.length === 'number' &&
    typeof value.lines === 'number'
  );
}
