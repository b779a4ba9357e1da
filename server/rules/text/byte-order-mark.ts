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
        ? [
            {
              start: problem.start,
              end: problem.end,
              message: 'The file begins with a byte order mark, which JSON does not have.',
            },
          ]
        : [],
    ),
  // Some tools put another one before the one that is there.
  fixText: ({ start }, { text }) => [
    {
      title: 'Remove the byte order mark',
      safe: true,
      edits: [{ start, end: text.search(/[^\ufeff]|$/), newText: '' }],
    },
  ],
};
export default byteOrderMark;
