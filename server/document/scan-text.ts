import { isBlank, isPastedBlank, isTypographicQuote } from './characters.ts';
import { endsToken } from './ends-token.ts';
import type { TextExtent } from './quotes-of-line.ts';
import type { MarkName, TextProblem } from './text-problem.ts';

export interface ScannedText {
  end: number;
  /** It holds a line break or has no end: what it says is a guess. */
  uncertain: boolean;
  read(): string;
}

/** Reads a text in double quotes, and what is wrong inside it. `nextQuote` finds the next quote from an offset on. */
export function scanText(
  text: string,
  start: number,
  nextQuote: (from: number) => number,
  report: (problem: TextProblem) => void,
): ScannedText {
  let plain = true;
  let faulty = false;
  let uncertain = false;
  let at = start + 1;
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 34) break;
    if (character === 92) {
      plain = false;
      const length = escapeLength(text, at);
      faulty ||= length === undefined;
      at += (length ?? reportEscape(text, at, report)) - 1;
    } else if (character === 10 || character === 13) {
      if (!uncertain && !endsLater(text, nextQuote(at))) return unterminated(text, start, at, report);
      reportLineBreak(text, at, report);
      if (character === 13 && text.charCodeAt(at + 1) === 10) at++;
      faulty = true;
      uncertain = true;
    } else if (character < 32) {
      faulty = true;
      report({ kind: 'control-character', start: at, end: at + 1, code: character });
    }
  }
  if (at >= text.length) return unterminated(text, start, text.length, report);
  const end = at + 1;
  const read = (): string => {
    if (faulty) return lenientReading(text.slice(start + 1, end - 1));
    return plain ? text.slice(start + 1, end - 1) : String(JSON.parse(text.slice(start, end)));
  };
  return { end, uncertain, read };
}

/** Reads a text on a line where quotes are out of step, as far as the reading of the whole line says. */
export function scanTextUpTo(
  text: string,
  start: number,
  { end, ending, inside }: TextExtent,
  report: (problem: TextProblem) => void,
): ScannedText {
  const endOfInside = ending === 'closed' ? end - 1 : end;
  for (let at = start + 1; at < endOfInside; at++) {
    const character = text.charCodeAt(at);
    if (character === 92) at += (escapeLength(text, at) ?? reportEscape(text, at, report)) - 1;
    else if (character < 32) report({ kind: 'control-character', start: at, end: at + 1, code: character });
  }
  if (ending === 'line-end') return unterminated(text, start, end, report);
  if (ending === 'lost') report({ kind: 'unterminated-text', start, end });
  else if (inside) {
    report({ kind: 'quotes-inside', start: inside.first, end: inside.last + 1, around: { start, end } });
  }
  const uncertain = ending === 'lost' || inside !== undefined;
  return { end, uncertain, read: () => lenientReading(text.slice(start + 1, endOfInside)) };
}

/** Reads words that lost their opening quote, up to their closing one. */
export function scanTextWithoutStart(text: string, start: number, end: number): ScannedText {
  return { end, uncertain: true, read: () => lenientReading(text.slice(start, end - 1)) };
}

/**
 * Reads a text in other marks than double quotes; undefined when no such mark ends it on its line. One that opens with a
 * typographic mark may go on below, up to the partner of that mark. A mark after which the text clearly goes on is part
 * of it, unless no other ends it; with `atFirst` no other is looked for.
 */
export function scanMarkedText(
  text: string,
  start: number,
  name: MarkName,
  { isValue, atFirst }: { isValue: boolean; atFirst: boolean },
  report: (problem: TextProblem) => void,
): MarkedText | undefined {
  const mark = text.charCodeAt(start);
  const closes = (character: number): boolean =>
    name === 'typographic' ? isTypographicQuote(character) || character === 34 : character === mark;
  const partners = PARTNERS.get(mark);
  const lineBreaks: number[] = [];
  let firstEnd: number | undefined;
  let doubtful = false;

  const take = (end: number): MarkedText => {
    report({ kind: 'quotes', start, end, name, doubtful });
    const uncertain = lineBreaks.length > 0 || doubtful;
    return { end, uncertain, isGuess: false, read: () => lenientReading(text.slice(start + 1, end - 1)) };
  };

  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 10 || character === 13) {
      if (partners === undefined) break;
      lineBreaks.push(at);
      if (character === 13 && text.charCodeAt(at + 1) === 10) at++;
    } else if (character === 92) at++;
    else if (closes(character)) {
      const end = at + 1;
      const isPartner = partners === undefined || partners.includes(text.charAt(at));
      if (lineBreaks.length === 0 ? endsMarked(text, end, isValue) : isPartner && endsValue(text, end)) {
        const marked = take(end);
        for (const lineBreak of lineBreaks) reportLineBreak(text, lineBreak, report);
        return marked;
      }
      if (lineBreaks.length > 0) break;
      firstEnd ??= end;
      doubtful ||= isPartner || character === 34;
      if (atFirst) break;
    }
  }
  if (firstEnd === undefined) return undefined;
  lineBreaks.length = 0;
  doubtful = true;
  return { ...take(firstEnd), isGuess: true };
}

interface MarkedText extends ScannedText {
  /** No mark on the line clearly ends it: it goes up to the first. */
  isGuess: boolean;
}

/** Also where another text begins beside it. */
function endsMarked(text: string, from: number, isValue: boolean): boolean {
  return (
    endsToken(text, from, isValue) || /^[ \t\u00a0]+["'`\u2018-\u201f\u00ab\u00bb]/.test(text.slice(from, from + 20))
  );
}

/** What closes a text that a typographic mark opens, by its character code: in English, German and French. */
const PARTNERS: ReadonlyMap<number, string> = new Map([
  [0x201c, '\u201d'],
  [0x201e, '\u201c\u201d'],
  [0x2018, '\u2019'],
  [0x201a, '\u2018\u2019'],
  [0xab, '\u00bb'],
  [0xbb, '\u00ab'],
]);

/** The answer is how much of it was read. */
function reportEscape(text: string, at: number, report: (problem: TextProblem) => void): number {
  const end = Math.min(at + 2, text.length);
  report({ kind: 'escape', start: at, end, found: text.slice(at, end) });
  return 1;
}

function reportLineBreak(text: string, at: number, report: (problem: TextProblem) => void): void {
  const end = text.startsWith('\r\n', at) ? at + 2 : at + 1;
  report({ kind: 'pasted', start: at, end, counts: { blanks: 0, lineBreaks: 1 } });
}

/** The length of the escape at `at`, or undefined when JSON knows no such escape. */
function escapeLength(text: string, at: number): number | undefined {
  const letter = text.charAt(at + 1);
  if (letter === 'u') return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : undefined;
  return letter !== '' && '"\\/bfnrt'.includes(letter) ? 2 : undefined;
}

/**
 * Whether a text that reaches the end of its line goes on below it: the next quote then ends a value or a key.
 * Otherwise that quote opens the next key, and this text lost its own.
 */
function endsLater(text: string, nextQuote: number): boolean {
  return nextQuote < text.length && endsValue(text, nextQuote + 1);
}

/** Whether what follows shows that a value or a key has ended: also where its comma is missing, or a comment comes. */
function endsValue(text: string, from: number): boolean {
  let at = from;
  let lineBreak = false;
  for (; at < text.length && (isBlank(text.charCodeAt(at)) || isPastedBlank(text.charCodeAt(at))); at++) {
    lineBreak ||= text[at] === '\n' || text[at] === '\r';
  }
  const next = text.charAt(at);
  return next === '' || ',;}]:='.includes(next) || (lineBreak && isQuote(next)) || (at > from && '/#'.includes(next));
}

function isQuote(character: string): boolean {
  return character === '"' || isTypographicQuote(character.charCodeAt(0));
}

/** A text that lost its closing quote ends with its line; a comma there was meant to follow it. */
function unterminated(
  text: string,
  start: number,
  lineEnd: number,
  report: (problem: TextProblem) => void,
): ScannedText {
  let end = lineEnd;
  while (end > start + 1 && isBlank(text.charCodeAt(end - 1))) end--;
  if (end > start + 1 && text.charCodeAt(end - 1) === 44) end--;
  report({ kind: 'unterminated-text', start, end });
  return { end, uncertain: true, read: () => lenientReading(text.slice(start + 1, end)) };
}

/** What a damaged text most likely says: known escapes are read, the rest is taken as it stands. */
function lenientReading(inside: string): string {
  return inside.replace(/\\(u[0-9a-fA-F]{4}|["\\/bfnrt'])/g, (written, letter: string) => {
    if (letter === "'") return letter;
    return String(JSON.parse(`"${written}"`));
  });
}
