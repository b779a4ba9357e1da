import { encodeScript, readScript } from '../../domain/script.ts';
import { fieldName } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const scriptNotBase64: Rule = {
  code: 'script-not-base64',
  severity: 'error',
  title: 'The script is not in base64',
  why: 'The platform decodes every script; plain text is refused, or decoded to something that nobody wrote.',
  source: 'release notes',
  before: ['bad-format'],
  check: ({ value }) => {
    const findings: Finding[] = [];
    eachOfFormat(value, 'base64', (text, at) => {
      const reading = readScript(text);
      if (reading.kind !== 'plain') return;
      const message = `${fieldName(at())} is not base64: ${reading.why}. A script is sent as the base64 of its text.`;
      findings.push({
        at: at(),
        part: 'value',
        message,
        ...(reading.isText && { to: encodeScript(text) }),
      });
    });
    return findings;
  },
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: 'Encode as base64', safe: false, operations: [{ set: at, value: to }] }],
};
export default scriptNotBase64;
