import { rootField } from '../../schemas/fields.ts';
import type { JsonObject } from '../../schemas/json.ts';

/** Whether a body updates a job: it has an `id`, and says only what it changes. */
export function isUpdate({ id }: JsonObject): boolean {
  return id !== undefined && id !== null && id !== '';
}

/**
 * Whether a body was made from a whole answer: every answer, and every body of an update that the release notes print,
 * carries some two dozen fields that the server sets, whatever their values.
 */
export function looksCopied(body: JsonObject): boolean {
  return COPIED.filter((key) => Object.hasOwn(body, key)).length >= 3;
}

/** The chain as an answer holds it is left out: its presence says more, and `copied-response` takes it away. */
const COPIED = rootField.children
  .filter(({ serverSet, name }) => serverSet && name !== 'id' && name !== 'linkedToJob' && name !== 'linkedJobs')
  .map(({ name }) => name);
