import { valueAt } from '../../../schemas/pointer.ts';
import { isTimeZone, zonesNear } from '../../domain/time-zone.ts';
import { choice, fieldName, shown } from '../../words.ts';
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
      const near = zonesNear(name);
      const [first] = near;
      const hint = first === undefined ? ', such as "Europe/Berlin" or "UTC"' : `; did you mean ${choice(near)}?`;
      findings.push({
        at: at(),
        part: 'value',
        message: `${fieldName(at())} is ${shown(name)}, which is no IANA time zone${hint}${first === undefined ? '.' : ''}`,
      });
    });
    return findings;
  },
  fix: ({ at }, { value }) =>
    zonesNear(String(valueAt(value, at))).map((zone) => ({
      title: `Replace with ${shown(zone)}`,
      safe: false,
      operations: [{ set: at, value: zone }],
    })),
};
export default timeZoneUnknown;
