import type { Span } from './span.ts';

/** What is wrong with the text of a document, as data; the rules of the group `text` say it in words. */
export type TextProblem = Span & Doubt & (SyntaxProblem | { kind: 'pasted'; counts: PastedCounts } | DocumentProblem);

type DocumentProblem =
  | { kind: 'byte-order-mark' }
  | { kind: 'duplicate-key'; key: string; first: Span }
  | { kind: 'too-large'; characters: number }
  | { kind: 'too-deep' };

/** Marks that copying from a web page or a PDF leaves. */
export interface PastedCounts {
  /** No-break spaces, soft hyphens and zero-width characters between the values. */
  blanks: number;
  /** Line breaks inside texts. */
  lineBreaks: number;
}

/** Marks around a text that are no double quotes. */
export type MarkName = 'single' | 'typographic' | 'backtick';

export type SyntaxProblem = SyntaxMistake & Doubt;

interface Doubt {
  /** What was meant has several readings: no repair of it is safe. */
  doubtful?: boolean;
}

type SyntaxMistake =
  | { kind: 'empty' | 'binary' | 'not-json' | 'not-understood' }
  | { kind: 'comment'; mark: string }
  /** Two versions of a place, one of which somebody has to choose. */
  | { kind: 'merge-markers' }
  | { kind: 'trailing-comma' | 'extra-comma' | 'missing-colon' | 'extra-colon' | 'missing-value' | 'missing-key' }
  /** `after` is where the comma belongs: behind what was read before. */
  | { kind: 'missing-comma'; after: number }
  | { kind: 'wrong-separator'; found: string; wanted: ',' | ':' }
  | { kind: 'quotes'; name: MarkName }
  | { kind: 'text-without-start' | 'unterminated-text' | 'unterminated-comment' }
  /** Double quotes inside a text that should have been escaped. */
  | { kind: 'quotes-inside'; around: Span }
  | { kind: 'bare-word'; word: string; place: 'key' | 'value' }
  | { kind: 'number'; found: string; why: string; repaired: string | undefined }
  | { kind: 'escape'; found: string }
  | { kind: 'control-character'; code: number }
  | { kind: 'unexpected'; found: string }
  | { kind: 'key-not-text'; found: string }
  | { kind: 'unclosed'; bracket: '{' | '[' }
  /** `after` is where the right bracket is missing; undefined where this one stands in its place. */
  | { kind: 'wrong-bracket'; found: string; open: '{' | '['; opened: number; after: number | undefined }
  | { kind: 'surplus-bracket'; found: string }
  | { kind: 'second-value' };
