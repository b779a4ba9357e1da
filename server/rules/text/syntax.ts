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
      const repair = syntaxRepair(problem, text);
      return { start, end, message: describeSyntax(problem), ...(repair && { repair }) };
    }),
  fixText: (finding) => (finding.repair === undefined ? [] : [finding.repair]),
};
export default syntax;
