import { MAXIMUM_CHARACTERS } from '../../document/limits.ts';
import { counted } from '../../words.ts';
import type { TextRule } from '../rule.ts';

const tooLarge: TextRule = {
  code: 'too-large',
  severity: 'error',
  title: 'The file is too large',
  why: 'A job of 100,000 ids has 4.4 million characters. A larger file is hardly a job, and would make the editor wait.',
  source: 'pmjob',
  checkText: (document) =>
    document.problems.flatMap((problem) =>
      problem.kind === 'too-large'
        ? [
            {
              start: problem.start,
              end: problem.end,
              message: `The file has ${counted(problem.characters, 'character')}; pmjob reads ${counted(MAXIMUM_CHARACTERS, 'character')} at most. Nothing in it was checked.`,
            },
          ]
        : [],
    ),
};
export default tooLarge;
