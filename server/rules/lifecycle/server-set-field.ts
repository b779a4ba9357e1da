import { isObject, type JsonObject } from '../../../schemas/json.ts';
import { type Pointer, segments } from '../../../schemas/pointer.ts';
import type { Operation } from '../../document/edit.ts';
import { isUpdate } from '../../domain/update.ts';
import { counted, fieldName } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import { eachField, fieldsThat } from '../each-field.ts';
import type { Fix, Rule } from '../rule.ts';

const serverSetField: Rule = {
  code: 'server-set-field',
  severity: 'hint',
  title: 'Only the server sets this field',
  why: 'A create that carries what only the server sets looks as if it decided something; the platform fills these fields in itself.',
  source: 'release notes',
  check: ({ value }) => {
    const found = setByServer(value);
    const count = withoutChain(found, value).length;
    return found.map((at) => ({
      at,
      part: 'key',
      message: `${fieldName(at)} is set by the server. A job without an "id" is created, and does not need it.`,
      to: count,
    }));
  },
  fix: ({ at, to: count }, { value }) => {
    const one: Fix = { title: `Remove "${segments(at).at(-1)}"`, safe: !isActionId(at), operations: [{ remove: at }] };
    if (typeof count !== 'number' || count < 2) return [one];
    const title = `Remove all ${counted(count, 'field')} that the server sets`;
    const all = (): Operation[] => withoutChain(setByServer(value), value).map((remove) => ({ remove }));
    return [one, { title, safe: false, operations: all }];
  },
};
export default serverSetField;

function setByServer(job: JsonObject): Pointer[] {
  if (isUpdate(job)) return [];
  const found: Pointer[] = [];
  eachField(job, SET_BY_SERVER, (value, at) => {
    if (!isAbsent(value)) found.push(at);
  });
  return found;
}

const SET_BY_SERVER = fieldsThat(({ serverSet }) => serverSet);

/** A file without an `id` can be linked to a job, whose actions are found again by their ids. */
function isActionId(at: Pointer): boolean {
  return at.endsWith('/actionId');
}

/** The chain rules of an answer stand nowhere else: `copied-response` brings them to their place. */
function withoutChain(found: readonly Pointer[], { linkedToJob }: JsonObject): Pointer[] {
  const isChain = Array.isArray(linkedToJob) && linkedToJob.some(isObject);
  return found.filter((at) => !isChain || at !== '/linkedToJob');
}
