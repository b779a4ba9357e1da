import { isWordCharacter } from './characters.ts';

/** The words that JSON has, and their values. */
export const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** What any other word without quotes most likely stands for; undefined where nobody knows. */
export function meaningOfWord(word: string): string | boolean | null | undefined {
  if (/^true$/i.test(word)) return true;
  if (/^false$/i.test(word)) return false;
  if (/^(null|none|nil)$/i.test(word)) return null;
  if (/^(nan|infinity|undefined)$/i.test(word)) return undefined;
  return word;
}

/** Not several words, and none with a sign in it. */
export function isPlainWord(written: string): boolean {
  for (let at = 0; at < written.length; at++) {
    const character = written.charCodeAt(at);
    if (character !== 45 && !isWordCharacter(character)) return false;
  }
  return true;
}
