import { isPlaceholder } from '../../domain/placeholder.ts';
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
