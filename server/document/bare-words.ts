import { isBlank, isPastedBlank, isTypographicQuote } from './characters.ts';

/**
 * How far words without quotes go that stand where one key or value belongs, and what stops them: a separator, a bracket, a
 * quote, a comment or the line's end.
 */
export interface BareWords {
  /** Without the blanks after them. */
  end: number;
  stop: number;
}

export function bareWords(text: string, start: number, isValue: boolean): BareWords {
  let end = start;
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 10 || character === 13) break;
    if (isBlank(character) || isPastedBlank(character)) continue;
    if (STOPS.includes(text.charAt(at)) || (!isValue && (character === 58 || character === 61))) break;
    if (beginsComment(text, at, end) || (at > end && isOtherQuote(character))) break;
    if (character === 92 && at + 1 < text.length && !'\n\r'.includes(text.charAt(at + 1))) at++;
    end = at + 1;
  }
  return { end, stop: at };
}

const STOPS = ',;{}[]"';

/** The slashes of an address stand behind its colon. */
function beginsComment(text: string, at: number, end: number): boolean {
  if (text[at] === '#') return at > end;
  if (text[at] !== '/') return false;
  return text[at + 1] === '*' || (text[at + 1] === '/' && text[at - 1] !== ':');
}

function isOtherQuote(character: number): boolean {
  return character === 39 || character === 96 || isTypographicQuote(character);
}
