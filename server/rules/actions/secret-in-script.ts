import type { Pointer } from '../../../schemas/pointer.ts';
import { withoutBlanks } from '../../document/blanks.ts';
import { scriptText } from '../../domain/script-text.ts';
import { type Suspicion, secretsIn } from '../../domain/secrets.ts';
import { fieldName } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const secretInScript: Rule = {
  code: 'secret-in-script',
  severity: 'warning',
  title: 'A script or an address holds what looks like a secret',
  why: "Everybody who can read the job, its file or a machine that runs it can read the secret: base64 hides nothing. Looked for are private keys, the keys and tokens of well-known services, a user and password in an address, and literal values given to something named password, token, secret or key, or to a command's option for them.",
  source: 'pmjob',
  check: ({ value }) => {
    const findings: Finding[] = [];
    eachOfFormat(value, 'base64', (text, at) => {
      const script = scriptText(text);
      if (script !== undefined) findings.push(...warning(at(), secretsIn(script.text), true));
    });
    eachOfFormat(value, 'url', (text, at) => {
      findings.push(...warning(at(), secretsIn(withoutBlanks(text)), false));
    });
    return findings;
  },
};
export default secretInScript;

/** The secret itself is never repeated: messages reach logs. */
function warning(at: Pointer, [first, ...others]: readonly Suspicion[], isScript: boolean): Finding[] {
  if (first === undefined) return [];
  const where = isScript ? ` in line ${first.line} of the script` : '';
  const more =
    others.length === 0 ? '' : `, and more in ${others.length} other ${others.length === 1 ? 'line' : 'lines'}`;
  const message = `${fieldName(at)} holds what looks like ${first.what}${where}${more}. Who can read the job can read it: let the machine fetch it from a safe place instead.`;
  return [{ at, part: 'value', message }];
}
