import { isBlank, isDigit, isPastedBlank, isTypographicQuote, skipBlanks } from './characters.ts';

/** How far the text that a quote opens goes. */
export interface TextExtent {
  /** Behind its closing quote; where that is missing, behind what the text holds. */
  end: number;
  /** `lost` where the next text shows that it should have ended. */
  ending: 'closed' | 'lost' | 'line-end';
  /** The first and the last of the quotes that stand inside unescaped. */
  inside: { first: number; last: number } | undefined;
}

/** The double quotes of the rest of a line on which they are out of step. */
export interface QuotesOfLine {
  from: number;
  end: number;
  /** The text that the quote at an offset opens; undefined where it opens none. */
  textAt(start: number): TextExtent | undefined;
  /** Whether the quote at an offset closes words that lost their opening quote. */
  closesWords(at: number): boolean;
}

/**
 * One quote too many or too few makes texts of what stands between the texts. Of all readings of the line this is the one
 * that leaves the fewest mistakes: for each quote it keeps the cheapest way to be outside, in a value or in another text
 * behind it, so that the time grows with the line's length alone.
 */
export function quotesOfLine(text: string, from: number, end: number): QuotesOfLine {
  const roles = rolesOf(text, from, end);
  return {
    from,
    end,
    textAt(start) {
      const role = roles[start - from];
      if (role !== OPENS && role !== REOPENS) return undefined;
      let inside: TextExtent['inside'];
      for (let at = start + 1; at < end; at++) {
        const next = roles[at - from];
        if (next === CLOSES) return { end: at + 1, ending: 'closed', inside };
        if (next === REOPENS) return { end: endBefore(text, start, at), ending: 'lost', inside };
        if (next === INSIDE) inside = { first: inside?.first ?? at, last: at };
      }
      return { end, ending: 'line-end', inside };
    },
    closesWords: (at) => roles[at - from] === CLOSES_WORDS,
  };
}

const OUTSIDE = 0;
const VALUE = 1;
const OTHER_TEXT = 2;
type State = typeof OUTSIDE | typeof VALUE | typeof OTHER_TEXT;

const OPENS = 1;
const CLOSES = 2;
/** Part of the text around it, which should have escaped it. */
const INSIDE = 3;
/** Opens a text, before which the last one lost its closing quote. */
const REOPENS = 4;
const CLOSES_WORDS = 5;

const QUOTE_LOST = 2;

/** The role of each quote, at its distance from `from`; 0 where no quote is. */
function rolesOf(text: string, from: number, end: number): Uint8Array {
  // Before the way back: for each quote and state the state before it and the role, three bits a state.
  const ways = new Uint16Array(end - from);
  let costs: Costs = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let { before, gap } = signBefore(text, from);
  for (let at = from; at < end; at++) {
    const character = text.charCodeAt(at);
    if (isBlank(character) || isPastedBlank(character)) gap = true;
    else {
      if (character === 34) {
        const step = stepOver(costs, before, gap, closingCosts(text, at + 1, end));
        costs = step.costs;
        ways[at - from] = step.ways;
      } else if (character === 92) at++;
      before = character;
      gap = false;
    }
  }
  return rolesAlong(ways, cheapest(costs[OUTSIDE], costs[VALUE] + QUOTE_LOST, costs[OTHER_TEXT] + QUOTE_LOST));
}

type Costs = readonly [outside: number, value: number, otherText: number];

function stepOver(costs: Costs, before: number, gap: boolean, closing: ClosingCosts): { costs: Costs; ways: number } {
  const opened = isColon(before) ? VALUE : OTHER_TEXT;
  const next = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [
    number,
    number,
    number,
  ];
  const ways = [0, 0, 0] as [number, number, number];
  const go = (source: State, target: State, role: number, cost: number): void => {
    const total = costs[source] + cost;
    if (total >= next[target]) return;
    next[target] = total;
    ways[target] = WAYS.indexOf(source * 8 + role);
  };
  go(VALUE, OUTSIDE, CLOSES, closing.value);
  go(OTHER_TEXT, OUTSIDE, CLOSES, closing.otherText);
  go(OUTSIDE, opened, OPENS, openingCost(before, gap));
  if (closing.otherText === 0 && !isStructure(before)) go(OUTSIDE, OUTSIDE, CLOSES_WORDS, QUOTE_LOST);
  const separates = before === 44;
  if (separates) go(VALUE, OTHER_TEXT, REOPENS, QUOTE_LOST);
  if (separates || before === 123 || before === 91) go(OTHER_TEXT, OTHER_TEXT, REOPENS, QUOTE_LOST);
  if (isColon(before)) go(OTHER_TEXT, VALUE, REOPENS, QUOTE_LOST);
  go(VALUE, VALUE, INSIDE, insideCost(closing.value, separates));
  go(OTHER_TEXT, OTHER_TEXT, INSIDE, insideCost(closing.otherText, isStructure(before)));
  return { costs: next, ways: ways[OUTSIDE] | (ways[VALUE] << 4) | (ways[OTHER_TEXT] << 8) };
}

/** Each way to come over a quote: the state before it, and its role. */
const WAYS: readonly number[] = [
  0,
  OUTSIDE * 8 + OPENS,
  OUTSIDE * 8 + CLOSES_WORDS,
  VALUE * 8 + CLOSES,
  VALUE * 8 + INSIDE,
  VALUE * 8 + REOPENS,
  OTHER_TEXT * 8 + CLOSES,
  OTHER_TEXT * 8 + INSIDE,
  OTHER_TEXT * 8 + REOPENS,
];

function rolesAlong(ways: Uint16Array, last: State): Uint8Array {
  const roles = new Uint8Array(ways.length);
  let state: number = last;
  for (let index = ways.length - 1; index >= 0; index--) {
    const found = ways[index] ?? 0;
    if (found === 0) continue;
    const way = WAYS[(found >> (state * 4)) & 15] ?? 0;
    roles[index] = way & 7;
    state = way >> 3;
  }
  return roles;
}

function cheapest(outside: number, value: number, otherText: number): State {
  if (outside <= value && outside <= otherText) return OUTSIDE;
  return value <= otherText ? VALUE : OTHER_TEXT;
}

/** A quote that looks as if it opened or closed a text is hardly part of one. */
function insideCost(closing: number, opens: boolean): number {
  if (closing === 0 || opens) return 3;
  return closing === 1 ? 2 : 1;
}

function openingCost(before: number, gap: boolean): number {
  if (isStructure(before) || before === 34) return 0;
  return gap ? 1 : 2;
}

/** What it costs to take a quote for the end of a value, and of another text. */
interface ClosingCosts {
  value: number;
  otherText: number;
}

function closingCosts(text: string, from: number, end: number): ClosingCosts {
  const at = skipBlanks(text, from, end);
  const next = at < end ? text.charAt(at) : '';
  if (next === ',' || next === ';')
    return AFTER_SEPARATOR.get(kindOfSign(text, skipBlanks(text, at + 1, end), end)) ?? NONE;
  if (next === '' || next === '}' || next === ']') return NONE;
  if (next === ':' || next === '=') return VALUE_AS_KEY;
  if (next === '"') return at > from ? TEXT_BESIDE_TEXT : NO_END;
  return at > from && (next === '/' || next === '#') ? NONE : NO_END;
}

const NONE: ClosingCosts = { value: 0, otherText: 0 };
const NO_END: ClosingCosts = { value: 2, otherText: 2 };
const VALUE_AS_KEY: ClosingCosts = { value: 2, otherText: 0 };
const TEXT_BESIDE_TEXT: ClosingCosts = { value: 1, otherText: 1 };

/** After a comma another key comes, or in a list another item; words are rather part of the text. */
const AFTER_SEPARATOR: ReadonlyMap<'item' | 'words' | 'text', ClosingCosts> = new Map([
  ['text', NONE],
  ['item', { value: 1, otherText: 0 }],
  ['words', { value: 1, otherText: 1 }],
]);

function kindOfSign(text: string, at: number, end: number): 'item' | 'words' | 'text' {
  const character = text.charCodeAt(at);
  if (at >= end || '"\'`}]/#'.includes(text.charAt(at)) || isTypographicQuote(character)) return 'text';
  return isDigit(character) || '-{['.includes(text.charAt(at)) ? 'item' : 'words';
}

/** The sign before an offset on its line; a line break where none is. */
function signBefore(text: string, from: number): { before: number; gap: boolean } {
  let at = from - 1;
  while (at >= 0 && (isPastedBlank(text.charCodeAt(at)) || text[at] === ' ' || text[at] === '\t')) at--;
  return { before: at < 0 ? 10 : text.charCodeAt(at), gap: at < from - 1 };
}

/** `=` and `=>` stand for a colon. */
function isColon(character: number): boolean {
  return character === 58 || character === 61 || character === 62;
}

/** What stands before a text: a bracket, a separator or the line's start. */
function isStructure(character: number): boolean {
  return isColon(character) || '{[,;\n\r'.includes(String.fromCharCode(character));
}

/** The end of a text that lost its closing quote before the text that opens at `next`: before the separator between them. */
function endBefore(text: string, start: number, next: number): number {
  let end = endOfRest(text, start, next);
  while (end > start + 1 && '{['.includes(text.charAt(end - 1))) end = endOfRest(text, start, end - 1);
  if (text.endsWith('=>', end)) return endOfRest(text, start, Math.max(start + 1, end - 2));
  return ':=,'.includes(text.charAt(end - 1)) ? endOfRest(text, start, Math.max(start + 1, end - 1)) : end;
}

function endOfRest(text: string, start: number, upTo: number): number {
  let end = upTo;
  while (end > start + 1 && (isBlank(text.charCodeAt(end - 1)) || isPastedBlank(text.charCodeAt(end - 1)))) end--;
  return end;
}
