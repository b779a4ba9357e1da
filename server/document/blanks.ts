/**
 * Blanks of every kind, and what nobody sees: what a copy out of a page leaves inside a text. The inside of a class of a
 * regular expression; `\s` has the no-break space, the wide blanks and the byte order mark.
 */
export const ANY_BLANK = '\\s\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060';

/** Characters without a width that divide or separate: in no text do they say anything. */
export const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

export function withoutBlanks(text: string): string {
  return text.replace(EVERY_BLANK, '');
}

const EVERY_BLANK = new RegExp(`[${ANY_BLANK}]+`, 'g');
