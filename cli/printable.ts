/** Controls, and the marks that turn the direction of text: they could rewrite what a terminal shows. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/** Text from a file or a server, safe for a terminal: escapes become visible, tabs and line breaks stay. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
