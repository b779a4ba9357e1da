import type { JsonObject } from '../../../schemas/json.ts';
import { type DayNaming, dayNamings } from '../../domain/monthly-day.ts';
import { joined, shown } from '../../words.ts';
import { clearField } from '../clear-field.ts';
import type { Rule } from '../rule.ts';

const monthlyDayConflict: Rule = {
  code: 'monthly-day-conflict',
  severity: 'warning',
  title: 'The day of the month is named in more than one way',
  why: 'No page says which way counts: the machines may be patched and rebooted on a day that nobody expects.',
  source: 'official documentation',
  check: ({ value }) => {
    const namings = namingsOf(value);
    const [, second] = namings;
    const at = second?.keys[0];
    if (at === undefined) return [];
    const ways = joined(
      namings.map(({ keys }) => wordsFor(value, keys)),
      'and',
    );
    const related = namings
      .filter((naming) => naming !== second)
      .map(({ keys: [key = ''] }) => ({ at: `/${key}`, part: 'key' as const, message: `${key} names the day too.` }));
    const message = `A Monthly job has one way to name its day, and this one has ${namings.length}: ${ways}. Keep one.`;
    return [{ at: `/${at}`, part: 'key', message, related }];
  },
  fix: (_, { value }) => {
    const namings = namingsOf(value);
    return namings.filter(isWhole).map((kept) => ({
      title: `Keep ${wordsFor(value, kept.keys)}`,
      safe: false,
      operations: namings
        .filter((naming) => naming !== kept)
        .flatMap(({ keys }) => keys.map((key) => clearField(value, key))),
    }));
  },
};
export default monthlyDayConflict;

function namingsOf(job: JsonObject): DayNaming[] {
  return job.scheduleType === 'Monthly' ? dayNamings(job) : [];
}

/** Half a way kept alone would leave the job without a day. */
function isWhole({ keys: [key = '', ...others] }: DayNaming): boolean {
  return others.length > 0 || !HALVES.has(key);
}

const HALVES: ReadonlySet<string> = new Set([
  'recurringDayOfMonth',
  'recurringWeekDayOfMonth',
  'patchTuesdayPlusXDays',
]);

function wordsFor(job: JsonObject, keys: readonly string[]): string {
  return keys.map((key) => `${key} ${shown(job[key])}`).join(' with ');
}
