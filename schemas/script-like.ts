import { type Field, rootField } from './fields.ts';
import { isServerPath } from './server-path.ts';

/**
 * Does a text look like a script where none is expected: under a key that is misspelt, unknown or another field's? Base64 of
 * some length does, and so do lines under a key that no release knows. `key`: of the text, or of the list that it is in.
 */
export function isScriptLike(text: string, key: string): boolean {
  if (SCRIPTS.has(key) || isServerPath(text)) return false;
  if (!FREE_TEXTS.has(key) && isPacked(text)) return true;
  if (TEXTS.has(key)) return false;
  const written = text.trim();
  return /[\n\r]/.test(written) || (written !== '' && MEANT_AS_SCRIPT.test(key));
}

/** Base64 of 48 characters and more, broken into lines or cut off or not. No checksum, no path, no words. */
export function isPacked(text: string): boolean {
  const base64 = text.replaceAll(/\s+/g, '');
  if (base64.length < SHORTEST || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || /^[0-9a-f]+$/i.test(base64)) return false;
  if (isBase64OfText(base64)) return true;
  const parts = text.trim().split(/\s+/);
  if (parts.length > 1) return parts.some(isPacked);
  return /[A-Z]/.test(base64) && /[a-z]/.test(base64) && /[\d+=]/.test(base64) && !isPath(base64);
}

const SHORTEST = 48;

/** The key of a script, or one that is meant as such. */
export function isScriptKey(key: string): boolean {
  return SCRIPTS.has(key) || MEANT_AS_SCRIPT.test(key);
}

/** "scirpt", "Script", "postScripts", and no "description". */
const MEANT_AS_SCRIPT = /(?<!de)s[crip]{2,4}t(?:s|body|text|content)?$/i;

const named = [...fieldsIn(rootField)];
const SCRIPTS = namesOf(named.filter(({ format }) => format === 'base64'));
const TEXTS = namesOf(named.filter(({ types, item }) => [...types, ...(item?.types ?? [])].includes('string')));
const BOUND = namesOf(named.filter(({ format, allowed }) => format !== undefined || allowed !== undefined));
const FREE_TEXTS: ReadonlySet<string> = new Set([...TEXTS].filter((name) => !BOUND.has(name)));

function* fieldsIn(field: Field): Generator<Field> {
  for (const child of field.children) {
    yield child;
    yield* fieldsIn(child);
  }
  if (field.item !== undefined) yield* fieldsIn(field.item);
}

function namesOf(fields: readonly Field[]): ReadonlySet<string> {
  return new Set(fields.map(({ name }) => name));
}

function isPath(text: string): boolean {
  const names = text.split('/');
  return names.length > 2 && names.every((name) => name.length <= 24 && !/[+=]/.test(name));
}

function isBase64OfText(base64: string): boolean {
  try {
    const whole = base64.slice(0, base64.length - (base64.length % 4));
    const bytes = Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
    return !/[^\P{Cc}\t\n\v\f\r]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
