import { isObject, type JsonObject } from '../../../schemas/json.ts';
import { type Pointer, segments } from '../../../schemas/pointer.ts';
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
  check: ({ value }) =>
    setByServer(value).map((at) => ({
      at,
      part: 'key',
      message: `${fieldName(at)} is set by the server. A job without an "id" is created, and does not need it.`,
    })),
  fix: ({ at }, { value }) => {
    const one: Fix = { title: `Remove "${segments(at).at(-1)}"`, safe: !isActionId(at), operations: [{ remove: at }] };
    const all = setByServer(value).filter((found) => !isChain(value, found));
    if (all.length < 2) return [one];
    const title = `Remove all ${counted(all.length, 'field')} that the server sets`;
    return [one, { title, safe: false, operations: all.map((remove) => ({ remove })) }];
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
function isChain({ linkedToJob }: JsonObject, at: Pointer): boolean {
  return at === '/linkedToJob' && Array.isArray(linkedToJob) && linkedToJob.some(isObject);
}
