import { MASKED_ADDRESS } from '../../domain/email.ts';
import { fieldName } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const emailMasked: Rule = {
  code: 'email-masked',
  severity: 'warning',
  title: 'The address is the mask that the documentation shows in place of one',
  why: 'Copied from the vendor\'s page, the address reads "[email protected]": nobody gets that mail.',
  source: 'release notes',
  before: ['bad-format'],
  check: ({ value }) => {
    const findings: Finding[] = [];
    eachOfFormat(value, 'email-list', (text, at) => {
      if (!MASKED_ADDRESS.test(text)) return;
      const message = `${fieldName(at())} holds "[email protected]", which the documentation shows in place of an address. Put the real one here.`;
      findings.push({ at: at(), part: 'value', message });
    });
    return findings;
  },
};
export default emailMasked;
