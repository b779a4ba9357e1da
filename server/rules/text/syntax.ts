import { describeSyntax, isSyntax } from '../../syntax-words.ts';
import type { TextRule } from '../rule.ts';
import { syntaxRepair } from './syntax-repair.ts';

const syntax: TextRule = {
  code: 'syntax',
  severity: 'error',
  title: 'The text is not JSON',
  why: 'The platform answers 2501 and no reason to a body that it cannot read.',
  source: 'RFC 8259',
  checkText: ({ problems }) =>
    problems.filter(isSyntax).map((problem) => {
      const { start, end } = problem;
      return { start, end, message: describeSyntax(problem), problem };
    }),
  fixText({ problem }, { text }) {
    const repair = problem && isSyntax(problem) ? syntaxRepair(problem, text) : undefined;
    return repair === undefined ? [] : [repair];
  },
};
export default syntax;
