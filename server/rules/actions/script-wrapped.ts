import { readScript } from '../../domain/script.ts';
import { fieldName } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const scriptWrapped: Rule = {
  code: 'script-wrapped',
  severity: 'error',
  title: 'The base64 of a script has blanks or line breaks in it',
  why: 'Base64 that was copied from a page is broken into lines; the platform cannot decode it.',
  source: 'release notes',
  before: ['script-not-base64', 'bad-format'],
  check: ({ value }) => {
    const findings: Finding[] = [];
    eachOfFormat(value, 'base64', (text, at) => {
      const reading = readScript(text);
      if (reading.kind !== 'wrapped') return;
      const message = `${fieldName(at())} is base64 with blanks or line breaks in it; it must be one word.`;
      findings.push({ at: at(), part: 'value', message, to: reading.joined });
    });
    return findings;
  },
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: 'Join the base64', safe: true, operations: [{ set: at, value: to }] }],
};
export default scriptWrapped;
