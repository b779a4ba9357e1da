/**
 * What is wrong with the form of a query (QQL), in words that follow its field's name; undefined where nothing is. Looked at
 * are quotes, backticks, brackets, and AND, OR and NOT that join nothing. What a field or a value means is not.
 */
export function faultOfQuery(query: string): string | undefined {
  const open: { bracket: string; at: number }[] = [];
  let before: Token | undefined;
  for (const token of tokensOf(query)) {
    if (token.kind === 'unclosed') return `has a ${nameOf(token.text)} at character ${token.at + 1} that is not closed`;
    const fault = faultBetween(before, token);
    if (fault !== undefined) return fault;
    if (token.kind === 'open') open.push({ bracket: token.text, at: token.at });
    if (token.kind === 'close') {
      const last = open.pop();
      if (last?.bracket !== OPENING[token.text]) {
        return `has a "${token.text}" at character ${token.at + 1} that closes nothing`;
      }
    }
    before = token;
  }
  const last = open.at(-1);
  if (last !== undefined) return `has a "${last.bracket}" at character ${last.at + 1} that is not closed`;
  return before?.kind === 'operator' ? `ends with ${before.text.toUpperCase()}, and nothing follows it` : undefined;
}

interface Token {
  kind: 'open' | 'close' | 'operator' | 'term' | 'unclosed';
  text: string;
  at: number;
}

const OPENING: Record<string, string> = { ')': '(', ']': '[' };

/** AND and OR join what stands on both sides of them; NOT takes what follows. */
function faultBetween(before: Token | undefined, token: Token): string | undefined {
  if (before?.kind === 'operator' && (token.kind === 'close' || joins(token))) {
    return `has ${before.text.toUpperCase()} at character ${before.at + 1}, and nothing follows it`;
  }
  if (joins(token) && (before === undefined || before.kind === 'open')) {
    return `has ${token.text.toUpperCase()} at character ${token.at + 1}, and nothing stands before it`;
  }
  return undefined;
}

function joins({ kind, text }: Token): boolean {
  return kind === 'operator' && text.toLowerCase() !== 'not';
}

/** A word ends with its colon, so that a single quote opens a text where a value begins and is an apostrophe elsewhere. */
const NEXT = /\s*(?:(?<bracket>[()[\]])|(?<quote>["`'])|(?<word>[^\s()[\]"`:']?[^\s()[\]"`:]*:?))/;

function* tokensOf(query: string): Generator<Token> {
  const next = new RegExp(NEXT, 'y');
  let at = 0;
  let valueFollows = false;
  while (at < query.length) {
    next.lastIndex = at;
    const { bracket, quote, word } = next.exec(query)?.groups ?? {};
    const text = bracket ?? quote ?? word ?? '';
    const start = next.lastIndex - text.length;
    at = next.lastIndex;
    if (text === '') return;
    if (quote !== undefined) {
      const end = endOfQuoted(query, start, quote);
      yield { kind: end === -1 ? 'unclosed' : 'term', text, at: start };
      if (end === -1) return;
      at = end + 1;
    } else if (bracket !== undefined) yield { kind: bracket in OPENING ? 'close' : 'open', text, at: start };
    else yield { kind: !valueFollows && /^(and|or|not)$/i.test(text) ? 'operator' : 'term', text, at: start };
    valueFollows = text.endsWith(':');
  }
}

function endOfQuoted(query: string, start: number, quote: string): number {
  for (let at = start + 1; at < query.length; at++) {
    if (query[at] === '\\') at++;
    else if (query[at] === quote) return at;
  }
  return -1;
}

function nameOf(quote: string): string {
  if (quote === '`') return 'backtick';
  return quote === '"' ? 'quotation mark' : 'single quotation mark';
}
