import type { Field } from '../../../schemas/fields.ts';
import { ANY_BLANK, INVISIBLE, withoutBlanks } from '../../document/blanks.ts';
import type { Replacement } from '../../document/edit.ts';
import { isAddress } from '../../domain/address.ts';
import { faultOfChecksum, faultOfUuid } from '../../domain/hexadecimal.ts';
import { readScript } from '../../domain/script.ts';
import { isTimeZone } from '../../domain/time-zone.ts';

/** What to change inside a text, the quotes left out. */
export type Cleaning = (inside: string) => Replacement[];

/**
 * Takes out of a text what copying out of a page put in. A text of one word (an id, an address, base64) has no blanks at all;
 * in any other a line break becomes a blank, and other blanks are the author's.
 */
export function cleanText(inside: string, field: Field | undefined): Replacement[] {
  if (!SUSPICIOUS.test(inside)) return [];
  switch (field?.format) {
    case 'base64':
      return cleanScript(inside);
    case 'url':
      return cleanWord(inside, isAddress);
    case 'uuid':
      return cleanWord(inside, (text) => faultOfUuid(text) === undefined);
    case 'sha256':
      return cleanWord(inside, (text) => faultOfChecksum(text) === undefined);
    case 'time-zone':
      return cleanWord(inside, isTimeZone);
    case 'week-days':
    case 'percentage':
      return cleanWord(inside, (text) => text !== '');
    case 'email-list':
      return cleanAddresses(inside);
    case 'start-date-time':
      return cleanTime(inside);
    case 'qql':
    case undefined:
      return field?.allowed === undefined ? cleanProse(inside) : cleanChoice(inside, field.allowed);
  }
}

export function cleanKey(inside: string): Replacement[] {
  return SUSPICIOUS.test(inside) ? replacedRuns(inside, withoutPasted) : [];
}

/** Anything but what every text is made of. */
const SUSPICIOUS = /[^\x21-\x7e]/;

const BLANK_RUN = new RegExp(`[${ANY_BLANK}]+`, 'g');

/** Blanks that the author may have meant stay where taking them out gives nothing sound. */
function cleanWord(inside: string, isSound: (text: string) => boolean): Replacement[] {
  return replacedRuns(inside, isSound(withoutBlanks(asRead(inside))) ? () => '' : withoutPasted);
}

/** Blanks alone may have been typed; with anything else among them they were not. */
function withoutPasted(run: string): string {
  return /^ +$/.test(run) ? run : '';
}

/** The one escape that addresses and base64 are written with. */
function asRead(inside: string): string {
  return inside.replaceAll('\\/', '/');
}

function cleanScript(inside: string): Replacement[] {
  const script = asRead(inside);
  const { kind } = readScript(script);
  if (kind === 'base64' || kind === 'server-path') return [];
  const isPath = readScript(withoutBlanks(script)).kind === 'server-path';
  return replacedRuns(inside, kind === 'wrapped' || isPath || isCutBase64(script) ? () => '' : asLinesOfScript);
}

/** Long rows of base64, the last one cut off: no words. */
function isCutBase64(script: string): boolean {
  const rows = script.split(BLANK_RUN).filter((row) => row !== '');
  return rows.every((row) => /^[A-Za-z0-9+/]+=*$/.test(row)) && rows.some((row) => row.length >= 40);
}

/** A script in plain text keeps its lines and their indents. */
function asLinesOfScript(run: string): string {
  return withoutInvisible(run)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replaceAll('\u00a0', ' ');
}

/** The documentation's mask has a blank of either kind in it; `email-masked` speaks of it. */
function cleanAddresses(inside: string): Replacement[] {
  return replacedRuns(inside, (run, at) => {
    if (!/\[email$/i.test(inside.slice(Math.max(0, at - 6), at))) return withoutPasted(run);
    return /[\r\n]/.test(run) ? ' ' : run;
  });
}

function cleanTime(inside: string): Replacement[] {
  return replacedRuns(inside, (run, at) => {
    if (withoutPasted(run) === run) return run;
    return isAtAnEnd(inside, run, at) || withoutInvisible(run) === '' ? '' : ' ';
  });
}

function cleanChoice(inside: string, allowed: NonNullable<Field['allowed']>): Replacement[] {
  const words = inside.split(BLANK_RUN).filter((word) => word !== '');
  const blank = ['', ' '].find((put) => allowed.some(({ value }) => value === words.join(put)));
  if (blank === undefined) return cleanProse(inside);
  return replacedRuns(inside, (run, at) => (isAtAnEnd(inside, run, at) ? '' : blank));
}

/** A soft hyphen at the end of a line divides a word: its halves come together again. */
function cleanProse(inside: string): Replacement[] {
  return replacedRuns(inside, (run, at) => {
    if (!/[\r\n]/.test(run)) return withoutInvisible(run);
    return run.includes('\u00ad') || isAtAnEnd(inside, run, at) ? '' : ' ';
  });
}

function isAtAnEnd(inside: string, run: string, at: number): boolean {
  return at === 0 || at + run.length === inside.length;
}

function withoutInvisible(run: string): string {
  return run.replace(INVISIBLE, '');
}

function replacedRuns(inside: string, put: (run: string, at: number) => string): Replacement[] {
  const replacements: Replacement[] = [];
  for (const { 0: run, index } of inside.matchAll(BLANK_RUN)) {
    const newText = put(run, index);
    if (newText !== run) replacements.push({ start: index, end: index + run.length, newText });
  }
  return replacements;
}
