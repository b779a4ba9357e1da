import { isPlainWord } from './document/bare-word.ts';
import type { Span } from './document/span.ts';
import type { SyntaxProblem, TextProblem } from './document/text-problem.ts';
import { clipped } from './words.ts';

export function isSyntax(problem: TextProblem): problem is Span & SyntaxProblem {
  switch (problem.kind) {
    case 'pasted':
    case 'byte-order-mark':
    case 'duplicate-key':
    case 'too-large':
    case 'too-deep':
      return false;
    default:
      return true;
  }
}

/** A syntax problem as a sentence: what is there, and what JSON has instead. What is of a script is not repeated. */
export function describeSyntax(problem: SyntaxProblem, isOfScript = false): string {
  const isSecret = (piece: string) => isOfScript || isPieceOfScript(piece);
  switch (problem.kind) {
    case 'empty':
      return 'The file is empty. A job file is a JSON object, from { to }. In an editor, completion offers jobs to begin with.';
    case 'binary':
      return 'This is not text in UTF-8. A job file is a JSON object in UTF-8.';
    case 'not-json':
      return 'This is not JSON. A job file is a JSON object: it begins with { and ends with }.';
    case 'not-understood':
      return 'This is not JSON.';
    case 'comment':
      return `A comment (${problem.mark}) is not allowed: JSON has none. Use "description" for what people should read.`;
    case 'merge-markers':
      return 'Merge markers: choose one side. Keep what stands before or after =======, and take the marker lines out.';
    case 'unterminated-comment':
      return 'A comment begins here and never ends; JSON has no comments.';
    case 'trailing-comma':
      return 'A comma after the last entry is not allowed.';
    case 'extra-comma':
      return 'There is one comma too many: no entry stands before it.';
    case 'missing-comma':
      return 'A comma is missing before this.';
    case 'missing-colon':
      return 'A colon is missing between the key and this.';
    case 'extra-colon':
      return 'There is one colon too many: one separates a key from its value.';
    case 'missing-value':
      return 'The value is missing.';
    case 'missing-key':
      return 'The key is missing before this colon.';
    case 'wrong-separator':
      return `Found "${problem.found}" where "${problem.wanted}" belongs.`;
    case 'quotes':
      return `A text in ${problem.name === 'backtick' ? 'backticks' : `${problem.name} quotes`} is not allowed: JSON has double quotes (") only.`;
    case 'text-without-start':
      return 'The opening quote (") of this text is missing.';
    case 'quotes-inside':
      return 'A double quote inside a text ends the text; one that belongs to it is written \\".';
    case 'unterminated-text':
      return 'The closing quote (") of this text is missing.';
    case 'bare-word':
      return describeWord(problem.word, problem.place, isSecret(problem.word));
    case 'number':
      return `${isSecret(problem.found) ? 'This' : clipped(problem.found, 40)} is no JSON number: ${problem.why}.`;
    case 'escape':
      return describeEscape(problem.found);
    case 'control-character':
      return describeControl(problem.code);
    case 'unexpected':
      return `${isSecret(problem.found) ? 'This' : JSON.stringify(problem.found)} does not belong here.`;
    case 'key-not-text':
      return `${isSecret(problem.found) ? 'This' : clipped(problem.found, 40)} is no key: a key is a text in double quotes.`;
    case 'unclosed':
      return `This ${problem.bracket} is never closed: a ${problem.bracket === '{' ? '}' : ']'} is missing.`;
    case 'wrong-bracket':
      return `Found ${problem.found} where ${problem.open === '{' ? 'a } closes the object' : 'a ] closes the list'}.`;
    case 'surplus-bracket':
      return `This ${problem.found} closes nothing: the job ended before it.`;
    case 'second-value':
      return 'The job ends before this: one file holds one job, and nothing may follow it.';
  }
}

function describeWord(word: string, place: 'key' | 'value', isSecret: boolean): string {
  if (isSecret || !isPlainWord(word)) return `This ${place === 'key' ? 'key' : 'text'} needs double quotes.`;
  const shown = clipped(word, 40);
  if (place === 'key') return `The key ${shown} needs double quotes.`;
  const literal = word.toLowerCase();
  if (['true', 'false', 'null'].includes(literal)) return `${shown} is written ${literal} in JSON.`;
  if (literal === 'nan' || literal === 'infinity') return `${shown} is not a JSON number.`;
  if (['none', 'nil', 'undefined'].includes(literal)) return `JSON has no ${shown}; nothing is written null.`;
  return `The text ${shown} needs double quotes.`;
}

/**
 * A script without quotes reads as words and numbers, each as long as no sign of base64 parts them: long, and of capitals,
 * small letters and digits by turns.
 */
function isPieceOfScript(word: string): boolean {
  if (word.length < 8 || /^[\da-f-]+$/i.test(word)) return false;
  if (word.length > 40) return true;
  return [...word.matchAll(/[A-Z]+|[a-z]+|\d+/g)].length > 4;
}

function describeEscape(found: string): string {
  if (found.startsWith('\\u')) return 'A \\u escape needs four hexadecimal digits.';
  return `${found} is no escape of JSON; a backslash itself is written \\\\.`;
}

function describeControl(code: number): string {
  if (code === 9) return 'A tab inside a text is not allowed; it is written \\t.';
  const hexadecimal = code.toString(16).toUpperCase().padStart(4, '0');
  return `The control character U+${hexadecimal} inside a text is not allowed; it is written \\u${hexadecimal}.`;
}
