import { isObject, type Json } from '../../../schemas/json.ts';
import { child } from '../../../schemas/pointer.ts';
import { fieldName } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Finding, Rule } from '../rule.ts';

const rebootConflict: Rule = {
  code: 'reboot-conflict',
  severity: 'warning',
  title: 'Reboots are suppressed, and yet the file says how to reboot',
  why: 'With suppressReboots true no machine reboots after the patches, so nobody sees the countdown or is asked. What the platform fills in by itself is not meant.',
  source: 'inferred',
  check: ({ value: { postDeployment } }) => {
    if (!isObject(postDeployment) || postDeployment.suppressReboots !== true) return [];
    return IDLE.flatMap(({ key, what, filled }): Finding[] => {
      const block = postDeployment[key];
      if (!saysSomething(block) || isSame(block, filled)) return [];
      const at = child('/postDeployment', key);
      const message = `${fieldName(at)} has no effect: postDeployment.suppressReboots is true, so ${what}. Remove it, or let the machines reboot.`;
      const related = [
        { at: '/postDeployment/suppressReboots', part: 'value', message: 'Reboots are suppressed here.' } as const,
      ];
      return [{ at, part: 'key', message, related }];
    });
  },
  fix: ({ at }) => [{ title: `Remove ${fieldName(at)}`, safe: false, operations: [{ remove: at }] }],
};
export default rebootConflict;

/** `filled` is what an answer holds where the request had null (release notes). */
const IDLE: { key: string; what: string; filled: Json }[] = [
  {
    key: 'rebootOption',
    what: 'nobody is asked to reboot',
    filled: { userMessage: '', description: '', deferment: { count: 3, interval: 1, intervalUnit: 'HOURS' } },
  },
  {
    key: 'rebootCountdown',
    what: 'no countdown runs',
    filled: { interval: 15, intervalUnit: 'MINUTES', userMessage: '', description: '' },
  },
];

function saysSomething(value: Json | undefined): boolean {
  if (isObject(value)) return Object.values(value).some(saysSomething);
  return !isAbsent(value);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]));
}
