import type { JsonObject } from '../../../schemas/json.ts';
import { USED_BY } from '../../domain/schedule-fields.ts';
import { isUpdate, looksCopied } from '../../domain/update.ts';
import { joined, shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const scheduleFieldUnused: Rule = {
  code: 'schedule-field-unused',
  severity: 'hint',
  title: 'This kind of schedule does not use the field',
  why: 'The file seems to say when the job runs, and the platform does not look there.',
  source: 'official documentation',
  check: ({ value }) => {
    const { scheduleType } = value;
    if (typeof scheduleType !== 'string' || !SCHEDULES.includes(scheduleType)) return [];
    return Object.entries(USED_BY)
      .filter(([key, users]) => !users.includes(scheduleType) && saysSomething(value, key))
      .map(([key, users]) => ({
        at: `/${key}`,
        part: 'key',
        message: `${key} is for ${joined(users, 'and')} jobs; this one is ${shown(scheduleType)} and does not use it.`,
      }));
  },
  fix: ({ at }) => [{ title: `Remove "${at.slice(1)}"`, safe: false, operations: [{ remove: at }] }],
};
export default scheduleFieldUnused;

const SCHEDULES = ['On-demand', 'Once', 'Daily', 'Weekly', 'Monthly'];

/** "Not the last day", "not from Patch Tuesday" say nothing; nor does the time of creation that answers give as a start. */
function saysSomething(job: JsonObject, key: string): boolean {
  const value = job[key];
  if (isAbsent(value) || value === false) return false;
  if (key === 'monthlyRecurringType') return value !== 0 && value !== '0';
  return key !== 'startDateTime' || !(isUpdate(job) && looksCopied(job));
}
