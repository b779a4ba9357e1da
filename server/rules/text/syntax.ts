import type { TextProblem } from '../../document/text-problem.ts';
import { describeSyntax, isSyntax } from '../../syntax-words.ts';
import type { TextFix, TextRule } from '../rule.ts';

const syntax: TextRule = {
  code: 'syntax',
  severity: 'error',
  title: 'The text is not JSON',
  why: 'The platform answers 2501 and no reason to a body that it cannot read.',
  source: 'RFC 8259',
  checkText(document) {
    return document.problems.filter(isSyntax).map((problem) => {
      const repair = repairOf(problem, document.text);
      return { ...describedSpan(problem), message: describeSyntax(problem), ...(repair && { repair }) };
    });
  },
  fixText: (finding) => (finding.repair === undefined ? [] : [finding.repair]),
};
export default syntax;

function describedSpan({ start, end }: TextProblem): { start: number; end: number } {
  return { start, end };
}

function repairOf(problem: TextProblem, text: string): TextFix | undefined {
  const { start, end } = problem;
  const replace = (title: string, newText: string): TextFix => ({
    title,
    safe: true,
    edits: [{ start, end, newText }],
  });
  switch (problem.kind) {
    case 'trailing-comma':
    case 'extra-comma':
      return replace('Remove the comma', '');
    case 'comment':
      return replace('Remove the comment', '');
    case 'missing-comma': {
      const after = text.slice(0, start).trimEnd().length;
      return { title: 'Insert the comma', safe: true, edits: [{ start: after, end: after, newText: ',' }] };
    }
    case 'missing-colon':
      return { title: 'Insert the colon', safe: true, edits: [{ start, end: start, newText: ': ' }] };
    case 'wrong-separator':
      return replace(`Replace with "${problem.wanted}"`, problem.wanted);
    case 'quotes':
      return replace('Use double quotes', requoted(text.slice(start + 1, end - 1)));
    case 'bare-word':
      return replaceWord(problem.word, problem.place, replace);
    case 'number':
      return problem.repaired === undefined ? undefined : replace(`Write ${problem.repaired}`, problem.repaired);
    case 'control-character':
      return replace('Write it as an escape', JSON.stringify(String.fromCharCode(problem.code)).slice(1, -1));
    default:
      return undefined;
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
  return replace('Put it in double quotes', JSON.stringify(word));
}

/** The inside of a text in other marks, in double quotes. */
function requoted(inside: string): string {
  return `"${inside.replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"')}"`;
}
