import type { TextRule } from '../rule.ts';

const byteOrderMark: TextRule = {
  code: 'byte-order-mark',
  severity: 'information',
  title: 'The file begins with a byte order mark',
  why: 'JSON that is sent has none. pmjob leaves it out, other tools may send it and be refused.',
  source: 'RFC 8259',
  checkText: (document) =>
    document.problems.flatMap((problem) =>
      problem.kind === 'byte-order-mark'
        ? [{ start: problem.start, end: problem.end, message: 'The file begins with a byte order mark, which JSON does not have.' }]
        : [],
    ),
  fixText: (finding) => [
    {
      title: 'Remove the byte order mark',
      safe: true,
      edits: [{ start: finding.start, end: finding.end, newText: '' }],
    },
  ],
};
export default byteOrderMark;
