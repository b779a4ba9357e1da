import type { JsonObject } from '../../schemas/json.ts';
import type { Operation } from '../document/edit.ts';
import { isUpdate } from '../domain/update.ts';

/**
 * What makes a job be without a field at its root: a create leaves it out; an update, which keeps what it leaves out, says
 * null (false where the field knows no null).
 */
export function clearField(job: JsonObject, key: string): Operation {
  if (!isUpdate(job)) return { remove: `/${key}` };
  return { set: `/${key}`, value: typeof job[key] === 'boolean' && key !== 'recurringLastDayOfMonth' ? false : null };
}
