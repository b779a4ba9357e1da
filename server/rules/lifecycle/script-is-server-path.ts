import { readScript } from '../../domain/script.ts';
import { fieldName } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const scriptIsServerPath: Rule = {
  code: 'script-is-server-path',
  severity: 'warning',
  title: 'The script is the path that the server answers with, not the script',
  why: 'The platform answers with <customerId>/<actionId>/Script in place of a script and does not take that back. pmjob leaves it out when it updates.',
  source: 'release notes',
  before: ['script-not-base64', 'bad-format'],
  check: ({ value }) => {
    const findings: Finding[] = [];
    eachOfFormat(value, 'base64', (text, at) => {
      if (readScript(text).kind !== 'server-path') return;
      const message = `${fieldName(at())} is the path that the server answers with, not base64. Put the script itself here, or leave the field out.`;
      findings.push({ at: at(), part: 'value', message });
    });
    return findings;
  },
};
export default scriptIsServerPath;
