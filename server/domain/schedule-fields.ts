/** Which schedules read a field; a field that is not listed is read by all. */
export const USED_BY: Readonly<Record<string, readonly string[]>> = {
  startDateTime: ['Once', 'Daily', 'Weekly', 'Monthly'],
  recurringWeekDays: ['Weekly'],
  dayOfMonth: ['Monthly'],
  recurringDayOfMonth: ['Monthly'],
  recurringWeekDayOfMonth: ['Monthly'],
  recurringLastDayOfMonth: ['Monthly'],
  monthlyRecurringType: ['Monthly'],
  patchTuesdayPlusXDays: ['Monthly'],
};

/** Every field that says when a job runs. */
export const SCHEDULE_FIELDS: ReadonlySet<string> = new Set([
  'scheduleType',
  'recurring',
  'timezoneType',
  'timezone',
  ...Object.keys(USED_BY),
]);
