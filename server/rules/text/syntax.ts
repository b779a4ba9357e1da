import { isScriptKey } from '../../../schemas/script-like.ts';
import { describeSyntax, isSyntax } from '../../syntax-words.ts';
import type { TextRule } from '../rule.ts';
import { syntaxRepair } from './syntax-repair.ts';

const syntax: TextRule = {
  code: 'syntax',
  severity: 'error',
  title: 'The text is not JSON',
  why: 'The platform answers 2501 and no reason to a body that it cannot read.',
  source: 'RFC 8259',
  checkText: ({ problems, text }) =>
    problems.filter(isSyntax).map((problem) => {
      const { start, end } = problem;
      return { start, end, message: describeSyntax(problem, isOfScript(text, start)), problem };
    }),
  fixText({ problem }, { text }) {
    const repair = problem && isSyntax(problem) ? syntaxRepair(problem, text) : undefined;
    return repair === undefined ? [] : [repair];
  },
};
export default syntax;

/** Is this where the value of a script begins? However the key is quoted: the text is broken. */
function isOfScript(text: string, start: number): boolean {
  const [, key = ''] = /(\w{1,40})\W?\s{0,40}[:=]\s{0,40}$/.exec(text.slice(Math.max(0, start - 130), start)) ?? [];
  return isScriptKey(key);
}
