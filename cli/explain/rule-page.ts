import type { Severity } from '../../schemas/finding.ts';

/** What the page of a rule shows beside what the rule says of itself; made from the examples that test it. */
export interface RulePage {
  /** The heading that it stands under. */
  group: string;
  /** Severities that it has in some cases, beside its own. */
  also: string[];
  /** Undefined where an example would be too large to read. */
  wrong?: WrongExample;
  /** A near miss: nothing is said of it. */
  right?: string;
}

export interface WrongExample {
  text: string;
  marks: Mark[];
  /** What the first fix makes of it. */
  fixed?: { title: string; text: string };
}

/** What the rule says of a place in one line of an example; counted from zero, the end is not covered any more. */
export interface Mark {
  line: number;
  start: number;
  end: number;
  message: string;
}

/** Characters that nobody sees are written as signs in examples. */
const SIGNS: readonly (readonly [sign: string, meaning: string])[] = [
  ['⍽', 'a no-break space'],
  ['⇤', 'a byte order mark'],
  ['␉', 'a tab'],
  ['␀', 'the character U+0000'],
  ['␍', 'a carriage return'],
];

/** An example's lines, each followed by carets under what the rule speaks of. */
export function markedLines(text: string, marks: readonly Mark[]): string[] {
  return text.split('\n').flatMap((line, number) => {
    const here = marks.filter((mark) => mark.line === number);
    const end = Math.max(0, ...here.map((mark) => mark.end));
    const carets = [...' '.repeat(end)].map((blank, column) =>
      here.some((mark) => column >= mark.start && column < mark.end) ? '^' : blank,
    );
    return here.length === 0 ? [line] : [line, carets.join('')];
  });
}

/** How severe a rule is by itself: `error, in some cases warning`. */
export function severityInWords(own: Severity, { also }: RulePage): string {
  return also.length === 0 ? own : `${own}, in some cases ${also.join(' or ')}`;
}

/** What the signs in a text stand for, as a sentence; undefined where there is none. */
export function signsIn(...texts: string[]): string | undefined {
  const signs = SIGNS.filter(([sign]) => texts.some((text) => text.includes(sign)));
  if (signs.length === 0) return undefined;
  return `${signs.map(([sign, meaning]) => `${sign} stands for ${meaning}`).join(', ')}.`;
}
