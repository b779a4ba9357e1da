import { JOB_COMPLETE, notificationOf, PERCENTAGE } from '../../domain/notification.ts';
import { fieldName } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const percentageUnused: Rule = {
  code: 'percentage-unused',
  severity: 'hint',
  title: 'A percentage that no event reads',
  why: 'completedPercentage says at which share of finished machines the mail of onJobComplete goes out; while that is not true, the number does nothing.',
  source: 'inferred',
  check: ({ value }) => {
    const notification = notificationOf(value);
    if (notification === undefined || isAbsent(notification.percentage)) return [];
    const { onComplete } = notification;
    if (onComplete === true || onComplete === 'unreadable') return [];
    const message = `completedPercentage has no effect: ${fieldName(JOB_COMPLETE)}, which alone reads it, is ${onComplete === false ? 'false' : 'not there'}.`;
    const rests = onComplete === false ? {} : ({ of: 'absence', absent: JOB_COMPLETE } as const);
    return [{ at: PERCENTAGE, part: 'key', message, ...rests }];
  },
};
export default percentageUnused;
