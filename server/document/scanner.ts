import { LITERALS } from './bare-word.ts';
import { bareWords } from './bare-words.ts';
import { isBlank, isDigit, isPastedBlank, isTypographicQuote, isWordCharacter } from './characters.ts';
import { endOfLine } from './end-of-line.ts';
import { endsToken } from './ends-token.ts';
import { mergeMarkers } from './merge-marker.ts';
import { quotesInStep } from './quotes-in-step.ts';
import { scanNumber } from './scan-number.ts';
import { type ScannedText, scanMarkedText, scanText, scanTextUpTo, scanTextWithoutStart } from './scan-text.ts';
import type { MarkName, TextProblem } from './text-problem.ts';

export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'text' | 'number' | 'word' | 'other' | 'end';

/**
 * Reads a text token by token, whatever it holds: what is no JSON is reported, and the reading goes on after it.
 * The fields describe the token that `next` has read; one object serves the whole scan, so that large files stay cheap.
 */
export interface Scanner {
  kind: TokenKind;
  start: number;
  end: number;
  /** The token itself is malformed and was reported. */
  faulty: boolean;
  /** A text with a line break in it, or without an end: what it holds is a guess. */
  uncertain: boolean;
  /** No other token stands before it on its line. */
  startsLine: boolean;
  /** Quotes on this line do not match: what is a text here and what is not is a guess. */
  readonly outOfStep: boolean;
  /** A separator, a bracket or the line's end stands on both sides of it. */
  readonly standsAlone: boolean;
  /** What a text, a number or a word stands for; made when asked for. */
  read(): string | number;
  next(): void;
}

export function createScanner(text: string, from: number, report: (problem: TextProblem) => void): Scanner {
  let scanned: ScannedText | undefined;
  let reading: number | undefined;
  const markerAt = mergeMarkers(text);
  const unclosedUpTo = new Map<MarkName, number>();
  const guessedUpTo = new Map<MarkName, number>();
  /** Words up to there belong to a place where quotes or brackets stand among them. */
  let noWordsUpTo = 0;
  const quotes = quotesInStep(text);
  let previous = kindBefore(text, from);

  const scanner: Scanner = {
    kind: 'end',
    start: from,
    end: from,
    faulty: false,
    uncertain: false,
    startsLine: from === 0,
    get outOfStep() {
      return quotes.isOutOfStep(scanner.start);
    },
    get standsAlone() {
      return standsAlone(scanner.end);
    },
    read() {
      if (scanned !== undefined) return scanned.read();
      return reading ?? text.slice(scanner.start, scanner.end);
    },
    next() {
      scanned = undefined;
      reading = undefined;
      scanner.faulty = false;
      scanner.uncertain = false;
      if (scanner.end > from) {
        previous = scanner.kind;
        scanner.startsLine = false;
      }
      scanner.start = skipBlanks(scanner.end);
      scanToken(scanner.start);
    },
  };
  return scanner;

  function fault(problem: TextProblem): void {
    scanner.faulty = true;
    const isToken = problem.kind === 'quotes' || problem.kind === 'number';
    const doubtful = scanner.outOfStep || (isToken && !standsAlone(problem.end));
    report(doubtful ? { ...problem, doubtful } : problem);
  }

  /** What is read is the value of a key. */
  function isValue(): boolean {
    return previous === ':';
  }

  /** A key or a value may begin. */
  function isAtStart(): boolean {
    return isOpening(previous) || (scanner.startsLine && previous !== 'end');
  }

  function standsAlone(end: number): boolean {
    return (isOpening(previous) || scanner.startsLine) && endsToken(text, end, isValue());
  }

  function scanToken(start: number): void {
    const character = text.charCodeAt(start);
    const punctuation = PUNCTUATION.get(character);
    if (start >= text.length) take('end', start);
    else if (punctuation !== undefined) take(punctuation, start + 1);
    else if (character === 34) takeQuoted(start);
    else if (isDigit(character) || character === 45 || character === 43 || character === 46) takeNumber(start);
    else if (isWordCharacter(character)) takeWord(start);
    else {
      const marked = isOtherQuote(character) ? scanMarked(start) : undefined;
      if (marked !== undefined) takeText(marked);
      else if (!isValue() || character === 92 || isOtherQuote(character) || !takeWords(start, start)) takeOther(start);
    }
  }

  function takeQuoted(start: number): void {
    const extent = quotes.extentAt(start, isValue());
    if (extent === 'alone') take('other', start + 1);
    else takeText(extent ? scanTextUpTo(text, start, extent, fault) : scanText(text, start, quotes.nextFrom, fault));
  }

  /** Takes words up to the next separator; false where they are none, or no more than the one token that ends at `end`. */
  function takeWords(start: number, end: number): boolean {
    if (start < noWordsUpTo || !isAtStart()) return false;
    const words = bareWords(text, start, isValue());
    const written = text.slice(start, words.end);
    if (text[words.stop] === '"' && !isSound(written) && quotes.closesWords(start, words.stop)) {
      takeText(scanTextWithoutStart(text, start, words.stop + 1));
      fault({ kind: 'text-without-start', start, end: words.stop + 1 });
      return true;
    }
    const isWhole = words.end > end && endsToken(text, words.end, isValue()) && /[\p{L}\d]/u.test(written);
    if (isWhole && (isValue() || /\p{L}/u.test(written))) {
      take('word', words.end);
      return true;
    }
    noWordsUpTo = words.stop;
    return false;
  }

  /** A line of marks that nothing closes is looked through once, not once for each mark. */
  function scanMarked(start: number): ScannedText | undefined {
    const mark = markName(text.charCodeAt(start));
    if (start < (unclosedUpTo.get(mark) ?? 0)) return undefined;
    const atFirst = start < (guessedUpTo.get(mark) ?? 0);
    const marked = scanMarkedText(text, start, mark, { isValue: isValue(), atFirst }, fault);
    if (marked === undefined) unclosedUpTo.set(mark, endOfLine(text, start));
    else if (marked.isGuess && !atFirst) guessedUpTo.set(mark, endOfLine(text, start));
    return marked;
  }

  function takeOther(start: number): void {
    const arrow = text.startsWith('=>', start);
    const wide = (text.codePointAt(start) ?? 0) > 0xffff;
    take('other', start + (arrow || wide ? 2 : 1));
  }

  function take(kind: TokenKind, end: number): void {
    scanner.kind = kind;
    scanner.end = end;
  }

  function takeText(found: ScannedText): void {
    scanned = found;
    scanner.uncertain = found.uncertain;
    take('text', found.end);
  }

  function takeNumber(start: number): void {
    const number = scanNumber(text, start, isValue());
    if (takeWords(start, number?.end ?? start)) return;
    if (number === undefined) {
      takeOther(start);
      return;
    }
    if (number.problem !== undefined) fault(number.problem);
    reading = number.value;
    take('number', number.end);
  }

  function takeWord(start: number): void {
    let end = start + 1;
    while (end < text.length && (isWordCharacter(text.charCodeAt(end)) || isInnerDash(end))) end++;
    if (!takeWords(start, end)) take('word', end);
  }

  /** `On-demand` is one word. */
  function isInnerDash(at: number): boolean {
    return text.charCodeAt(at) === 45 && isWordCharacter(text.charCodeAt(at + 1));
  }

  function skipBlanks(from: number): number {
    let at = from;
    for (; at < text.length; at++) {
      const character = text.charCodeAt(at);
      if (character === 10 || character === 13) scanner.startsLine = true;
      if (isBlank(character)) continue;
      if (isPastedBlank(character)) {
        report({ kind: 'pasted', start: at, end: at + 1, counts: { blanks: 1, lineBreaks: 0 } });
        continue;
      }
      const end = endOfMarker(at, character) ?? endOfComment(at, character);
      if (end === undefined) break;
      at = end - 1;
    }
    return at;
  }

  function endOfMarker(at: number, character: number): number | undefined {
    if (character < 60 || character > 124) return undefined;
    const marker = markerAt(at);
    if (marker?.isTold) report({ kind: 'merge-markers', start: at, end: marker.end });
    return marker?.end;
  }

  function endOfComment(at: number, character: number): number | undefined {
    const next = text.charCodeAt(at + 1);
    if (character === 35 || (character === 47 && next === 47)) {
      const end = endOfLine(text, at);
      report({ kind: 'comment', start: at, end, mark: character === 35 ? '#' : '//' });
      return end;
    }
    if (character !== 47 || next !== 42) return undefined;
    const close = text.indexOf('*/', at + 2);
    if (close === -1) {
      report({ kind: 'unterminated-comment', start: at, end: at + 2 });
      return text.length;
    }
    report({ kind: 'comment', start: at, end: close + 2, mark: '/*' });
    return close + 2;
  }
}

/** The bracket or separator before an offset; `end` where something else is. */
function kindBefore(text: string, from: number): TokenKind {
  let at = from - 1;
  while (at >= 0 && isBlank(text.charCodeAt(at))) at--;
  return PUNCTUATION.get(text.charCodeAt(at)) ?? 'end';
}

/** A key or a value belongs behind it. */
function isOpening(kind: TokenKind): boolean {
  return kind === '{' || kind === '[' || kind === ',' || kind === ':';
}

function isSound(written: string): boolean {
  return LITERALS.has(written) || (written !== '' && !Number.isNaN(Number(written)));
}

function markName(character: number): MarkName {
  return character === 39 ? 'single' : character === 96 ? 'backtick' : 'typographic';
}

function isOtherQuote(character: number): boolean {
  return character === 39 || character === 96 || isTypographicQuote(character);
}

const PUNCTUATION: ReadonlyMap<number, TokenKind> = new Map([
  [123, '{'],
  [125, '}'],
  [91, '['],
  [93, ']'],
  [44, ','],
  [58, ':'],
]);

/** Is the token a comma, or the semicolon that some write for one? */
export function isSeparator({ kind, start }: Pick<Scanner, 'kind' | 'start'>, text: string): boolean {
  return kind === ',' || (kind === 'other' && text[start] === ';');
}
