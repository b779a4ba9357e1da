import { isObject, type Json } from '../../schemas/json.ts';

const LONGEST = 120;

/** A value as a plan shows it: on one line, cut after `longest` characters, a script by its fingerprint. */
export function renderValue(value: Json | undefined, longest = LONGEST): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (isFingerprint(value)) {
    const lines = value.lines === 1 ? '1 line' : `${value.lines} lines`;
    return `script of ${lines}, ${value.length} bytes, SHA-256 ${value.sha256.slice(0, 12)}…`;
  }
  if (Array.isArray(value) && value.length === 0) return 'nothing';
  const text = typeof value === 'string' ? `"${oneLine(value)}"` : oneLine(JSON.stringify(value));
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

/** Line breaks and control characters would let a value draw over the rest of a plan. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}|\p{Cf}/gu, '');
}
