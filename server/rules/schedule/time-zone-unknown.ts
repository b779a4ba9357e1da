import { isTimeZone, zonesNear } from '../../domain/time-zone.ts';
import { shown } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const timeZoneUnknown: Rule = {
  code: 'time-zone-unknown',
  severity: 'error',
  title: 'The time zone has no IANA name',
  why: 'Without a zone that it knows the platform cannot tell when the job starts.',
  source: 'official documentation',
  before: ['bad-format'],
  check: ({ value }) => {
    const findings: Finding[] = [];
    eachOfFormat(value, 'time-zone', (name, at) => {
      if (isTimeZone(name)) return;
      const [first, second, third] = zonesNear(name);
      findings.push({
        at: at(),
        part: 'value',
        message: `${shown(name)} is no IANA time zone; near are "${first}", "${second}" and "${third}".`,
        ...(first !== undefined && { to: first }),
      });
    });
    return findings;
  },
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default timeZoneUnknown;
