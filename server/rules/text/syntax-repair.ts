import type { Replacement } from '../../document/edit.ts';
import type { Span } from '../../document/span.ts';
import type { SyntaxProblem } from '../../document/text-problem.ts';
import type { TextFix } from '../rule.ts';
import { closingBracket, closingBrackets } from './closing-brackets.ts';
import { jobInText } from './job-in-text.ts';
import { removedComment } from './removed-comment.ts';

/**
 * How to put a syntax problem right; undefined where nobody can tell. Safe is what loses nothing and has one reading: a
 * comment is what somebody wrote, and where a text was meant to end is a guess.
 */
export function syntaxRepair(problem: Span & SyntaxProblem, text: string): TextFix | undefined {
  const { start, end } = problem;
  const fix = (title: string, edits: Replacement[], safe = true): TextFix => ({ title, safe, edits });
  const replace = (title: string, newText: string, safe = true): TextFix => fix(title, [{ start, end, newText }], safe);
  const insert = (title: string, at: number, newText: string, safe = true): TextFix =>
    fix(title, [{ start: at, end: at, newText }], safe);

  switch (problem.kind) {
    case 'trailing-comma':
    case 'extra-comma':
      return replace('Remove the comma', '');
    case 'comment':
      return fix('Remove the comment', [removedComment(text, problem)], false);
    case 'missing-comma':
      return insert('Insert the comma', problem.after, ',');
    case 'missing-colon':
      return insert('Insert the colon', start, ': ');
    case 'wrong-separator':
      return replace(`Replace with "${problem.wanted}"`, problem.wanted);
    case 'quotes':
      return replace('Use double quotes', `"${escaped(text.slice(start + 1, end - 1))}"`);
    case 'bare-word':
      return replaceWord(problem.word, problem.place, replace);
    case 'key-not-text':
      return replace('Put it in double quotes', JSON.stringify(problem.found));
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

function replaceWord(
  word: string,
  place: 'key' | 'value',
  replace: (title: string, newText: string) => TextFix,
): TextFix | undefined {
  const literal = word.toLowerCase();
  if (place === 'value' && ['true', 'false', 'null'].includes(literal)) return replace(`Write ${literal}`, literal);
  if (place === 'value' && ['none', 'nil', 'undefined'].includes(literal)) return replace('Write null', 'null');
  if (place === 'value' && ['nan', 'infinity'].includes(literal)) return undefined;
  return replace('Put it in double quotes', JSON.stringify(word));
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
