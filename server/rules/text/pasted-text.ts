import { startOfContent } from '../../document/content.ts';
import type { PastedCounts } from '../../document/text-problem.ts';
import { counted, joined } from '../../words.ts';
import type { TextRule } from '../rule.ts';
import { repairPasted } from './repair-pasted.ts';

const pastedText: TextRule = {
  code: 'pasted-text',
  severity: 'error',
  title: 'The text holds what copying from a web page or a PDF leaves',
  why: 'No-break spaces and line breaks inside texts are no JSON: none of the bodies in the release notes can be read as printed.',
  source: 'release notes',
  checkText: (document) =>
    document.problems.flatMap((problem) =>
      problem.kind === 'pasted' ? [{ start: problem.start, end: problem.end, message: describe(problem.counts) }] : [],
    ),
  fixText: (_, { text, problems }) => {
    const edits = repairPasted(text, startOfContent(text));
    if (edits.length === 0) return [];
    // Comments go with the rest: what somebody wrote is lost only where somebody asks for it.
    const safe = !problems.some(({ kind }) => kind === 'comment');
    return [{ title: 'Repair pasted JSON', safe, edits }];
  },
};
export default pastedText;

function describe({ blanks, lineBreaks }: PastedCounts): string {
  const found: string[] = [];
  if (blanks > 0) found.push(`${counted(blanks, 'no-break or invisible space')} between the values`);
  if (lineBreaks > 0) found.push(`${counted(lineBreaks, 'line break')} inside texts`);
  return `This was copied from a web page or a PDF: it has ${joined(found, 'and')}. JSON allows neither.`;
}
