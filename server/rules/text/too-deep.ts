import { MAXIMUM_DEPTH } from '../../document/limits.ts';
import type { TextRule } from '../rule.ts';

const tooDeep: TextRule = {
  code: 'too-deep',
  severity: 'error',
  title: 'The text nests too deeply',
  why: 'A job nests seven deep. A text that nests a hundred deep is no job, and reading it would cost the editor its speed.',
  source: 'pmjob',
  checkText: (document) =>
    document.problems.flatMap((problem) =>
      problem.kind === 'too-deep'
        ? [
            {
              start: problem.start,
              end: problem.end,
              message: `The text nests more than ${MAXIMUM_DEPTH} deep here. Nothing else in it was checked.`,
            },
          ]
        : [],
    ),
};
export default tooDeep;
