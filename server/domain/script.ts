import { isUuid } from '../../schemas/uuid.ts';

/** What a text is as the script of an action. */
export type ScriptReading =
  | { kind: 'base64' }
  /** What GET returns: `<customerId>/<actionId>/Script`. */
  | { kind: 'server-path' }
  /** Blanks alone: the documentation prints `" "` where it says that a script must be empty. */
  | { kind: 'blank' }
  /** Base64 with blanks or line breaks in it, and what it is without them. */
  | { kind: 'wrapped'; joined: string }
  /** Not `isText`: it looks like base64 that was cut off, not like a script. */
  | { kind: 'plain'; why: string; isText: boolean };

export function readScript(text: string): ScriptReading {
  if (text.trim() === '') return { kind: 'blank' };
  if (isServerPath(text)) return { kind: 'server-path' };
  const fault = faultOfBase64(text);
  if (fault === undefined) return { kind: 'base64' };
  const joined = text.replace(BLANKS, '');
  if (joined !== text && joined !== '' && faultOfBase64(joined) === undefined && decodesToText(joined)) {
    return { kind: 'wrapped', joined };
  }
  return { kind: 'plain', why: fault, isText: /[^A-Za-z0-9+/=]/.test(text) || text.length < 8 };
}

/** The base64 of a text's UTF-8 bytes. */
export function encodeScript(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

const BLANKS = /[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+/g;

function isServerPath(text: string): boolean {
  const [customer = '', action = '', name, ...rest] = text.split('/', 4);
  return rest.length === 0 && name === 'Script' && isUuid(customer) && isUuid(action);
}

function faultOfBase64(text: string): string | undefined {
  const strange = /[^A-Za-z0-9+/=]/u.exec(text)?.[0];
  if (strange !== undefined) return `${nameOf(strange)} is no character of base64`;
  if (!/^[^=]*={0,2}$/.test(text)) return 'base64 has "=" at its end only';
  if (text.length % 4 !== 0) return 'base64 comes in groups of four characters';
  return undefined;
}

function nameOf(character: string): string {
  if (/\s/.test(character)) return character === '\n' ? 'a line break' : 'a blank';
  return `"${character}"`;
}

/** A script is text: words that happen to be base64 when joined decode to something else. */
function decodesToText(base64: string): boolean {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return !/[^\P{Cc}\t\n\v\f\r]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
