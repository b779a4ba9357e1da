import { endOfLine } from './end-of-line.ts';
import { endsToken } from './ends-token.ts';
import { type QuotesOfLine, quotesOfLine, type TextExtent } from './quotes-of-line.ts';

/** Watches that texts end where the text around them goes on; a line on which they do not is read as a whole, once. */
export interface QuotesInStep {
  isOutOfStep(at: number): boolean;
  /**
   * How far the text goes that a quote opens; `alone` where the quote opens none, undefined where the next quote ends it, or
   * nothing on its line does.
   */
  extentAt(start: number, isValue: boolean): TextExtent | 'alone' | undefined;
  /** Whether the quote at an offset closes words from `start` on that lost their opening quote. */
  closesWords(start: number, at: number): boolean;
  /** The next quote from an offset on that no backslash escapes, or the text's end. */
  nextFrom(from: number): number;
}

export function quotesInStep(text: string): QuotesInStep {
  let line: QuotesOfLine | undefined;
  let known = { from: 0, quote: -1 };
  const isOutOfStep = (at: number): boolean => line !== undefined && at >= line.from && at < line.end;
  const lineFrom = (start: number): QuotesOfLine => {
    if (line === undefined || !isOutOfStep(start)) line = quotesOfLine(text, start, endOfLine(text, start));
    return line;
  };
  return {
    isOutOfStep,
    extentAt(start, isValue) {
      if (!isOutOfStep(start) && isInStep(text, start, isValue)) return undefined;
      const extent = lineFrom(start).textAt(start);
      if (extent === undefined) return 'alone';
      return extent.ending === 'line-end' && extent.inside === undefined ? undefined : extent;
    },
    closesWords: (start, at) => lineFrom(start).closesWords(at),
    // A quote far below is looked for once, not once for each line above it.
    nextFrom(from) {
      if (from < known.from || from > known.quote) known = { from, quote: nextQuote(text, from) };
      return known.quote;
    },
  };
}

/** Where no quote follows on the line, the text goes on below it, or has no end. */
function isInStep(text: string, start: number, isValue: boolean): boolean {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 34) return endsToken(text, at + 1, isValue);
    if (character === 10 || character === 13) return true;
    if (character === 92) at++;
  }
  return true;
}

function nextQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}
