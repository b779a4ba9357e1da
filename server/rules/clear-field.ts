import { fieldAt } from '../../schemas/fields.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { child, ROOT } from '../../schemas/pointer.ts';
import type { Operation } from '../document/edit.ts';
import { isUpdate } from '../domain/update.ts';

/**
 * What makes a job be without a field at its root: a create leaves it out; an update, which keeps what it leaves out, says
 * null (false where the field knows no null).
 */
export function clearField(job: JsonObject, key: string): Operation {
  if (!isUpdate(job)) return { remove: `/${key}` };
  const types = fieldAt(child(ROOT, key))?.types ?? [];
  return { set: child(ROOT, key), value: types.includes('boolean') && !types.includes('null') ? false : null };
}
