import { shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const timeZoneUnused: Rule = {
  code: 'time-zone-unused',
  severity: 'information',
  title: 'The time zone is named, and each machine uses its own',
  why: 'With AGENT_TZ every machine starts by its own clock: who reads the zone in the file expects another moment.',
  source: 'official documentation',
  check: ({ value: { timezoneType, timezone } }) => {
    if (timezoneType !== 'AGENT_TZ' || isAbsent(timezone)) return [];
    const message = `timezone is ${shown(timezone)}, but timezoneType is "AGENT_TZ": each machine uses its own zone. Remove it, or set timezoneType to "SPECIFIC_TZ".`;
    return [{ at: '/timezone', part: 'key', message }];
  },
  fix: ({ at }) => [{ title: 'Remove "timezone"', safe: false, operations: [{ remove: at }] }],
};
export default timeZoneUnused;
