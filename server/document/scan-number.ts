import { isDigit, isWordCharacter } from './characters.ts';
import { endsToken } from './ends-token.ts';
import type { TextProblem } from './text-problem.ts';

export interface ScannedNumber {
  end: number;
  value: number | undefined;
  problem?: TextProblem;
}

/** Reads what starts like a number; undefined when it is a lone sign or point. Only a value can be written in groups. */
export function scanNumber(text: string, start: number, isValue: boolean): ScannedNumber | undefined {
  const grouped = isValue ? scanGroups(text, start) : undefined;
  if (grouped !== undefined) return grouped;
  let end = start;
  while (end < text.length && isNumberCharacter(text, end)) end++;
  const found = text.slice(start, end);
  if (JSON_NUMBER.test(found)) return { end, value: Number(found) };
  if (!/\d/.test(found) && !/^[+-]?(Infinity|NaN)$/i.test(found)) return undefined;
  const repaired = repair(found);
  return {
    end,
    value: repaired === undefined ? undefined : Number(repaired),
    problem: { kind: 'number', start, end, found, why: reason(found), repaired },
  };
}

/** `1 000` and `1,000`. */
function scanGroups(text: string, start: number): ScannedNumber | undefined {
  GROUPS.lastIndex = start;
  const found = GROUPS.exec(text)?.[0];
  if (found === undefined || !endsToken(text, start + found.length, true)) return undefined;
  const end = start + found.length;
  const repaired = found.replace(/[^-\d]/g, '');
  return {
    end,
    value: undefined,
    problem: { kind: 'number', start, end, found, why: SEPARATED, repaired, doubtful: true },
  };
}

const GROUPS = /-?[1-9]\d{0,2}(?:[ ,'_]\d{3})+(?![\w.])/y;

const SEPARATED = 'a number has digits, at most one point, and no separators';

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

function isNumberCharacter(text: string, at: number): boolean {
  const character = text.charCodeAt(at);
  if (isDigit(character) || character === 46 || isWordCharacter(character)) return true;
  return character === 45 || character === 43;
}

function reason(found: string): string {
  if (/^[+-]?0[xob]/i.test(found)) return 'numbers are written in decimal digits';
  if (found.startsWith('+')) return 'a number has no plus sign in front';
  if (/^-?0\d/.test(found)) return 'a number has no leading zero';
  if (/^-?\./.test(found)) return 'a digit is missing before the point';
  if (/\.($|[eE])/.test(found)) return 'a digit is missing after the point';
  if (/[a-z]/i.test(found) && !/^[-\d.]+e/i.test(found)) return 'a text needs double quotes';
  return SEPARATED;
}

/** The number that was meant, when there is one obvious reading. */
function repair(found: string): string | undefined {
  let candidate = found.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
  candidate = candidate.replace(/^(-?)\./, '$10.').replace(/\.(?=$|[eE])/, '');
  return JSON_NUMBER.test(candidate) ? candidate : undefined;
}
