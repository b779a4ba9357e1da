import { clipped } from '../../words.ts';
import type { TextRule } from '../rule.ts';

const duplicateKey: TextRule = {
  code: 'duplicate-key',
  severity: 'error',
  title: 'A key stands twice in one object',
  why: 'Which of the two the platform takes is not defined; most readers silently drop the first.',
  source: 'RFC 8259',
  checkText: (document) =>
    document.problems.flatMap((problem) => {
      if (problem.kind !== 'duplicate-key') return [];
      const { start, end, key, first } = problem;
      const message = `"${clipped(key, 60)}" stands twice in this object; only one of them can count.`;
      return [{ start, end, message, related: [{ ...first, message: 'The first one is here.' }] }];
    }),
};
export default duplicateKey;
