import { isObject, type JsonObject } from '../../schemas/json.ts';
import { type Pointer, valueAt } from '../../schemas/pointer.ts';

export const EMAIL = '/notification/notificationTypes/email';
export const RECIPIENTS = '/notification/notificationConfigs/recipientEmails';
export const PERCENTAGE = '/notification/notificationConfigs/completedPercentage';
export const JOB_START = '/notification/notificationEvents/onJobStart';
export const JOB_COMPLETE = '/notification/notificationEvents/onJobComplete';

/** What a job says of its notification; flags that are neither true nor false are of no kind that can be judged. */
interface Notification {
  email: boolean | 'absent' | 'unreadable';
  recipients: unknown;
  percentage: unknown;
  onStart: boolean | 'absent' | 'unreadable';
  onComplete: boolean | 'absent' | 'unreadable';
}

/** Undefined where the job says nothing of it, or something of the wrong type on the way; null says nothing. */
export function notificationOf(job: JsonObject): Notification | undefined {
  const { notification } = job;
  if (!isObject(notification)) return undefined;
  const groups = [notification.notificationTypes, notification.notificationConfigs, notification.notificationEvents];
  if (groups.some((group) => group !== undefined && group !== null && !isObject(group))) return undefined;
  return {
    email: readFlag(job, EMAIL),
    recipients: valueAt(job, RECIPIENTS),
    percentage: valueAt(job, PERCENTAGE),
    onStart: readFlag(job, JOB_START),
    onComplete: readFlag(job, JOB_COMPLETE),
  };
}

function readFlag(job: JsonObject, at: Pointer): boolean | 'absent' | 'unreadable' {
  const value = valueAt(job, at);
  return value === undefined || value === null ? 'absent' : typeof value === 'boolean' ? value : 'unreadable';
}
