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
