import { valueAt } from '../../../schemas/pointer.ts';
import { withoutBlanks } from '../../document/blanks.ts';
import { isAddress } from '../../domain/address.ts';
import { shownAddress } from '../../domain/shown-address.ts';
import { fieldName } from '../../words.ts';
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
        message: `${fieldName(at())} is ${shownAddress(text)}: ${why}.`,
        ...(severity && { severity }),
        ...(right !== undefined && { to: right }),
      });
    });
    return findings;
  },
  fix: ({ at, to }, { value }) => {
    if (to === undefined) return [];
    const address = String(to);
    // Another scheme may lead elsewhere, or nowhere: that is for a person to try.
    const safe = address === withoutBlanks(String(valueAt(value, at)));
    return [{ title: `Replace with ${shownAddress(address)}`, safe, operations: [{ set: at, value: address }] }];
  },
};
export default downloadUrl;

function faultOfAddress(text: string): { why: string; severity?: 'warning'; right?: string } | undefined {
  const joined = withoutBlanks(text);
  if (joined !== text) {
    const why = 'an address has no blanks and no line breaks';
    const right = withHttps(joined);
    return right === undefined ? { why } : { why, right };
  }
  if (!isAddress(text)) {
    const why = 'an address begins with https:// and names a host';
    const right = withHttps(text);
    return right === undefined ? { why } : { why, right };
  }
  if (!/^http:/i.test(text)) return undefined;
  return {
    why: 'http is not encrypted, so what the machines load and run can be changed on the way',
    severity: 'warning',
    right: text.replace(/^http:/i, 'https:'),
  };
}

/** The address that was meant; where its scheme is not whole, a host must be plain to see: `www.`, or dots before a path. */
function withHttps(text: string): string | undefined {
  if (isAddress(text)) return text.replace(/^http:/i, 'https:');
  const right = `https://${text.replace(PART_OF_SCHEME, '')}`;
  return isAddress(right) && HOST.test(right) ? right : undefined;
}

const PART_OF_SCHEME = /^(?:https?)?:?\/{1,3}/i;
const HOST = /^https:\/\/(?:www\.[^/]+\.[a-z]|(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?\/)/i;
