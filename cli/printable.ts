import type { Environment } from './environment.ts';

/** Controls, and the marks that turn the direction of text: they could rewrite what a terminal shows. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/** Text from a file or a server, safe for a terminal: escapes become visible, tabs and line breaks stay. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same for a file's name, which may hold anything, and stays on its line. */
export function printablePath(path: string): string {
  return printable(path).replaceAll('\t', '\\u0009').replaceAll('\n', '\\u000a');
}

/** Prints text with JSON in it as it is, but on a terminal, where a mark could redraw what it shows, with its escapes. */
export function printJson(json: string, { result }: Pick<Environment, 'result'>): void {
  result.stream.write(result.columns === undefined ? json : printable(json));
}
