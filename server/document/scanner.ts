import { isBlank, isDigit, isPastedBlank, isTypographicQuote, isWordCharacter } from './characters.ts';
import { mergeMarkers } from './merge-marker.ts';
import { scanNumber } from './scan-number.ts';
import { type ScannedText, scanMarkedText, scanText } from './scan-text.ts';
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
  /** What a text, a number or a word stands for; made when asked for. */
  read(): string | number;
  next(): void;
}

export function createScanner(text: string, from: number, report: (problem: TextProblem) => void): Scanner {
  let scanned: ScannedText | undefined;
  let reading: number | undefined;
  const markerAt = mergeMarkers(text);
  const unclosedUpTo = new Map<MarkName, number>();

  const scanner: Scanner = {
    kind: 'end',
    start: from,
    end: from,
    faulty: false,
    uncertain: false,
    read() {
      if (scanned !== undefined) return scanned.read();
      return reading ?? text.slice(scanner.start, scanner.end);
    },
    next() {
      scanned = undefined;
      reading = undefined;
      scanner.faulty = false;
      scanner.uncertain = false;
      scanner.start = skipBlanks(scanner.end);
      scanToken(scanner.start);
    },
  };
  return scanner;

  function fault(problem: TextProblem): void {
    scanner.faulty = true;
    report(problem);
  }

  function scanToken(start: number): void {
    const character = text.charCodeAt(start);
    const punctuation = PUNCTUATION.get(character);
    if (start >= text.length) take('end', start);
    else if (punctuation !== undefined) take(punctuation, start + 1);
    else if (character === 34) takeText(scanText(text, start, fault));
    else if (isDigit(character) || character === 45 || character === 43 || character === 46) takeNumber(start);
    else if (isWordCharacter(character)) takeWord(start);
    else {
      const marked = isOtherQuote(character) ? scanMarked(start) : undefined;
      if (marked === undefined) takeOther(start);
      else takeText(marked);
    }
  }

  /** A line of marks that nothing closes is looked through once, not once for each mark. */
  function scanMarked(start: number): ScannedText | undefined {
    const mark = markName(text.charCodeAt(start));
    if (start < (unclosedUpTo.get(mark) ?? 0)) return undefined;
    const marked = scanMarkedText(text, start, mark, fault);
    if (marked === undefined) unclosedUpTo.set(mark, endOfLine(text, start));
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
    const number = scanNumber(text, start);
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
    take('word', end);
  }

  /** `On-demand` is one word. */
  function isInnerDash(at: number): boolean {
    return text.charCodeAt(at) === 45 && isWordCharacter(text.charCodeAt(at + 1));
  }

  function skipBlanks(from: number): number {
    let at = from;
    for (; at < text.length; at++) {
      const character = text.charCodeAt(at);
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

function markName(character: number): MarkName {
  return character === 39 ? 'single' : character === 96 ? 'backtick' : 'typographic';
}

function isOtherQuote(character: number): boolean {
  return character === 39 || character === 96 || isTypographicQuote(character);
}

/** The offset of the line break that ends the line of `from`, or the text's end. */
function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 10 || character === 13) return at;
  }
  return text.length;
}

const PUNCTUATION: ReadonlyMap<number, TokenKind> = new Map([
  [123, '{'],
  [125, '}'],
  [91, '['],
  [93, ']'],
  [44, ','],
  [58, ':'],
]);
