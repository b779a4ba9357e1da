import { fieldName, shown } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const downloadUrl: Rule = {
  code: 'download-url',
  severity: 'error',
  title: 'The download address is none, or not safe',
  why: 'Every machine of the job loads and runs what is behind this address: a broken one fails, one without encryption can be tampered with.',
  source: 'release notes',
  before: ['bad-format'],
  check: ({ value }) => {
    const findings: Finding[] = [];
    eachOfFormat(value, 'url', (text, at) => {
      const fault = faultOfAddress(text);
      if (fault === undefined) return;
      const { why, severity, right } = fault;
      findings.push({
        at: at(),
        part: 'value',
        message: `${fieldName(at())} is ${shown(text)}: ${why}.`,
        ...(severity && { severity }),
        ...(right !== undefined && { to: right }),
      });
    });
    return findings;
  },
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default downloadUrl;

function faultOfAddress(text: string): { why: string; severity?: 'warning'; right?: string } | undefined {
  const joined = text.replace(/[\s\u00a0\u00ad\u200b\u2060\ufeff]+/g, '');
  if (joined !== text) {
    const why = 'an address has no blanks and no line breaks';
    return isAddress(joined) ? { why, right: joined.replace(/^http:/i, 'https:') } : { why };
  }
  if (!isAddress(text)) return { why: 'an address begins with https:// and names a host' };
  if (!/^http:/i.test(text)) return undefined;
  return {
    why: 'http is not encrypted, so what the machines load and run can be changed on the way',
    severity: 'warning',
    right: text.replace(/^http:/i, 'https:'),
  };
}

function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]/i.test(text) && URL.canParse(text);
}
