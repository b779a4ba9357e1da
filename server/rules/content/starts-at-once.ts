import type { Rule } from '../rule.ts';

const startsAtOnce: Rule = {
  code: 'starts-at-once',
  severity: 'information',
  title: 'Pushing this job starts it',
  why: 'An On-demand job that is Enabled runs on its machines as soon as the platform has it, and again each time the status is sent.',
  source: 'user interface',
  check: ({ value }) =>
    value.scheduleType === 'On-demand' && value.status === 'Enabled'
      ? [
          {
            at: '/status',
            part: 'value',
            message: 'The job is On-demand and Enabled: it starts on its machines as soon as it is pushed.',
          },
        ]
      : [],
};
export default startsAtOnce;
