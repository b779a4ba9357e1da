import { EMAIL, JOB_COMPLETE, JOB_START, notificationOf, RECIPIENTS } from '../../domain/notification.ts';
import { fieldName } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const emailMissing: Rule = {
  code: 'email-missing',
  severity: 'warning',
  title: 'A notification that reaches nobody',
  why: 'Mail goes out when notificationTypes.email is true, for the events that are true, to recipientEmails: without one of them nobody is told.',
  source: 'inferred',
  check: ({ value }) => {
    const notification = notificationOf(value);
    if (notification === undefined) return [];
    const { email, recipients, onStart, onComplete } = notification;
    if (email === true) {
      if (!isAbsent(recipients)) return [];
      const message = `${fieldName(EMAIL)} is true and nobody is named: give "recipientEmails", addresses by commas, in notification.notificationConfigs.`;
      const at = recipients === '' ? RECIPIENTS : EMAIL;
      return [{ at, part: 'value', of: 'absence', absent: RECIPIENTS, message }];
    }
    const event = onStart === true ? JOB_START : onComplete === true ? JOB_COMPLETE : undefined;
    if (event === undefined || email === 'unreadable') return [];
    const events =
      onStart === true && onComplete === true ? 'onJobStart and onJobComplete are' : `${fieldName(event)} is`;
    const message = `${events} true, but no mail goes out: ${fieldName(EMAIL)} is ${email === false ? 'false' : 'not there'}; it must be true.`;
    if (email === false) return [{ at: EMAIL, part: 'value', message }];
    return [{ at: event, part: 'value', of: 'absence', absent: EMAIL, message }];
  },
  fix: (_, { value }) => {
    const { email, recipients } = notificationOf(value) ?? {};
    const addressed = isAbsent(recipients) ? [{ set: RECIPIENTS, value: ADDRESS }] : [];
    if (email === true) return [{ title: 'Insert "recipientEmails"', safe: false, operations: addressed }];
    const operations = [{ set: EMAIL, value: true }, ...addressed];
    return [{ title: 'Set notificationTypes.email to true', safe: false, operations }];
  },
};
export default emailMissing;

const ADDRESS = 'patching@example.com';
