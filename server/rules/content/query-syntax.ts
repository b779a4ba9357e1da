import { faultOfQuery } from '../../domain/query-syntax.ts';
import { fieldName } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const querySyntax: Rule = {
  code: 'query-syntax',
  severity: 'warning',
  title: 'The query is broken off or not closed',
  why: 'A query that the platform cannot read finds no patch, and the job deploys nothing.',
  source: 'inferred',
  check: ({ value }) => {
    const findings: Finding[] = [];
    eachOfFormat(value, 'qql', (query, at) => {
      const fault = faultOfQuery(query);
      if (fault !== undefined) findings.push({ at: at(), part: 'value', message: `${fieldName(at())} ${fault}.` });
    });
    return findings;
  },
};
export default querySyntax;
