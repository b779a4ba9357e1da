import { isPlainWord } from '../../document/bare-word.ts';
import type { Replacement } from '../../document/edit.ts';
import { endsToken } from '../../document/ends-token.ts';
import type { Span } from '../../document/span.ts';
import type { SyntaxProblem } from '../../document/text-problem.ts';
import { clipped } from '../../words.ts';
import type { TextFix } from '../rule.ts';
import { closingBracket, closingBrackets } from './closing-brackets.ts';
import { jobInText } from './job-in-text.ts';
import { removedComment } from './removed-comment.ts';

/**
 * How to put a syntax problem right; undefined where nobody can tell. Safe is what loses nothing and has one reading: a
 * comment is what somebody wrote, and where a text was meant to end is a guess.
 */
export function syntaxRepair(problem: Span & SyntaxProblem, text: string): TextFix | undefined {
  const { start, end, doubtful = false } = problem;
  const fix = (title: string, edits: Replacement[], safe = true): TextFix => ({
    title,
    safe: safe && !doubtful,
    edits,
  });
  const replace = (title: string, newText: string, safe = true): TextFix => fix(title, [{ start, end, newText }], safe);
  const insert = (title: string, at: number, newText: string, safe = true): TextFix =>
    fix(title, [{ start: at, end: at, newText }], safe);

  switch (problem.kind) {
    case 'trailing-comma':
    case 'extra-comma':
      return replace('Remove the comma', '');
    case 'comment':
      return fix('Remove the comment', [removedComment(text, problem)], false);
    case 'extra-colon':
      return replace('Remove the colon', '');
    case 'missing-comma':
      return insert('Insert the comma', problem.after, ',');
    case 'missing-colon':
      return insert('Insert the colon', start, ': ', false);
    case 'wrong-separator':
      return replace(`Replace with "${problem.wanted}"`, problem.wanted);
    case 'quotes': {
      const written = `"${escaped(text.slice(start + 1, end - 1))}"`;
      if (!doubtful) return replace('Use double quotes', written);
      return isWedged(text, end) ? undefined : replace(`Use double quotes: ${clipped(written, 60)}`, written);
    }
    case 'bare-word':
      return problem.place === 'value' && doubtful && isWedged(text, end)
        ? undefined
        : replaceWord(problem.word, problem.place, replace);
    case 'text-without-start':
      return insert('Insert the opening quote', start, '"', false);
    case 'quotes-inside':
      return repairedQuotes(text, problem.around, { start, end });
    case 'key-not-text':
      return doubtful ? undefined : replace('Put it in double quotes', JSON.stringify(problem.found));
    case 'number':
      if (problem.repaired !== undefined) return replace(`Write ${problem.repaired}`, problem.repaired);
      return /[a-z]|\d-/i.test(problem.found) && !/^[+-]|^0[xob]/i.test(problem.found)
        ? replace('Put it in double quotes', JSON.stringify(problem.found))
        : undefined;
    case 'control-character':
      return replace('Write it as an escape', escaped(text.slice(start, end)));
    case 'escape':
      return problem.found === "\\'"
        ? replace('Remove the backslash', "'")
        : insert('Double the backslash', start, '\\', false);
    case 'unterminated-text':
      return insert('Insert the closing quote', end, text.charAt(end - 1) === '\\' ? '\\"' : '"', false);
    case 'wrong-bracket': {
      const closing = problem.open === '{' ? '}' : ']';
      if (problem.after === undefined) return replace(`Replace with ${closing}`, closing, false);
      return insert(
        `Insert the missing ${closing}`,
        problem.after,
        closingBracket(text, problem.opened, problem.after),
        false,
      );
    }
    case 'surplus-bracket':
      return replace('Remove the bracket', '', false);
    case 'unclosed': {
      const edit = closingBrackets(text);
      return (
        edit &&
        fix(edit.newText.length === 1 ? `Insert the missing ${edit.newText}` : 'Close what is open', [edit], false)
      );
    }
    case 'unexpected':
      if ('{['.includes(problem.found)) return undefined;
      return fix('Remove it', [{ start, end: endOfRun(text, problem), newText: '' }], false);
    case 'not-json': {
      const job = jobInText(text);
      return job && fix('Keep only the job in this text', around(text, job), false);
    }
    case 'second-value': {
      const rest = text.slice(start).replace(/^[,\s]+/, '');
      const edits = [{ start, end: endOfText(text), newText: '' }];
      if (!rest.startsWith('{')) return fix('Remove what follows the job', edits, false);
      return { ...fix('Move what follows into a file of its own', edits, false), newFiles: [rest] };
    }
    case 'unterminated-comment':
      return insert('Close the comment at the end of its line', endOfLine(text, start), ' */', false);
    // Which side is right, only a person can say.
    case 'merge-markers':
    case 'empty':
    case 'binary':
    case 'not-understood':
    case 'missing-value':
    case 'missing-key':
      return undefined;
  }
}

/** What stands before and after a job; the line break at the end of the file stays. */
function around(text: string, { start, end }: Span): Replacement[] {
  const edits = [
    { start: 0, end: start, newText: '' },
    { start: end, end: endOfText(text), newText: '' },
  ];
  return edits.filter((edit) => edit.end > edit.start);
}

function endOfText(text: string): number {
  return text.length - (/[ \t\r\n]*$/.exec(text)?.[0].length ?? 0);
}

/** The same sign again and again, as in an ellipsis, is one thing. */
function endOfRun(text: string, { start, end, found }: Span & { found: string }): number {
  let at = end;
  while (found.length === 1 && text[at] === text[start]) at++;
  return at;
}

function endOfLine(text: string, from: number): number {
  const length = text.slice(from).search(/[\r\n]/);
  return length === -1 ? text.length : from + length;
}

/** Something that is no end of it follows at once: a repair of this alone makes nothing that can be read. */
function isWedged(text: string, end: number): boolean {
  return !endsToken(text, end, true) && !/[:=\s]/.test(text.charAt(end));
}

/** Offered where it makes a text that can be read there. One at either end is rather a slip of the finger. */
function repairedQuotes(text: string, { start, end }: Span, inner: Span): TextFix | undefined {
  const inside = text.slice(start + 1, end - 1);
  if (inner.end - inner.start === 1 && (inner.start === start + 1 || inner.end === end - 1)) {
    return { title: 'Remove the quote', safe: false, edits: [{ ...inner, newText: '' }] };
  }
  const quotes = [...inside.matchAll(/\\[\s\S]|"/g)].filter(([found]) => found === '"');
  const edits = quotes.map(({ index }) => ({ start: start + 1 + index, end: start + 1 + index, newText: '\\' }));
  const written = `"${inside.replace(/\\[\s\S]|"/g, (found) => (found === '"' ? '\\"' : found))}"`;
  if (!endsToken(text, end, false) || !isJson(written)) return undefined;
  return { title: `Escape the quotes: ${clipped(written, 60)}`, safe: false, edits };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function replaceWord(
  word: string,
  place: 'key' | 'value',
  replace: (title: string, newText: string) => TextFix,
): TextFix | undefined {
  const literal = word.toLowerCase();
  if (place === 'value' && ['true', 'false', 'null'].includes(literal)) return replace(`Write ${literal}`, literal);
  if (place === 'value' && ['none', 'nil', 'undefined'].includes(literal)) return replace('Write null', 'null');
  if (place === 'value' && ['nan', 'infinity'].includes(literal)) return undefined;
  const written = JSON.stringify(word);
  return replace(
    isPlainWord(word) ? 'Put it in double quotes' : `Put it in double quotes: ${clipped(written, 60)}`,
    written,
  );
}

/**
 * The inside of a text in other marks, as it stands between double quotes: right escapes stay as they are written, and so
 * do line breaks, which only `pasted-text` can tell what to make of.
 */
function escaped(inside: string): string {
  return inside.replace(/\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])|\\'|["\\]|[^\P{Cc}\r\n]/gu, (found) => {
    if (found === "\\'") return "'";
    return found.length > 1 ? found : JSON.stringify(found).slice(1, -1);
  });
}
