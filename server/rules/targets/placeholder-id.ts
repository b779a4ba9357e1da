import { isUuid } from '../../domain/hexadecimal.ts';
import { fieldName, shown } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const placeholderId: Rule = {
  code: 'placeholder-id',
  severity: 'warning',
  title: 'The id is a placeholder',
  why: 'An id that a snippet put there names nothing on the platform.',
  source: 'inferred',
  check: ({ value }) => {
    const findings: Finding[] = [];
    eachOfFormat(value, 'uuid', (text, at) => {
      if (!isPlaceholder(text)) return;
      const message = `${fieldName(at())} is ${shown(text)}, a placeholder: put the id of something real here.`;
      findings.push({ at: at(), part: 'value', message });
    });
    return findings;
  },
};
export default placeholderId;

/** One digit throughout, or counting up: nobody's id looks like that. The first characters decide most cases. */
function isPlaceholder(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === text.charCodeAt(7)) return /^(.)\1{7}-\1{4}-\1{4}-\1{4}-\1{12}$/.test(text) && isUuid(text);
  return /^(12345678|01234567)-/.test(text) && isUuid(text);
}
