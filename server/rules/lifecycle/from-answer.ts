import { rootField } from '../../../schemas/fields.ts';
import { isObject, type Json, type JsonObject } from '../../../schemas/json.ts';
import { type Pointer, ROOT } from '../../../schemas/pointer.ts';
import type { Operation } from '../../document/edit.ts';
import { readScript } from '../../domain/script.ts';
import { isUpdate } from '../../domain/update.ts';
import { isAbsent } from '../absence.ts';
import { eachField, fieldsThat } from '../each-field.ts';
import { eachOfFormat } from '../each-of-format.ts';

/**
 * What makes an answer a body that creates the same job again: the server's own fields go, the chain comes to its place, a
 * run state becomes Disabled, and so does a job that a push would start at once. Server paths stay where a script is wanted: `script-is-server-path` marks them. Undefined
 * where the answer was cut down so far that a create would lack something.
 */
export function toCreateBody(job: JsonObject): Operation[] | undefined {
  if (rootField.requiredKeys.some((key) => isAbsent(job[key]))) return undefined;
  if (job.scheduleType !== 'On-demand' && isAbsent(job.startDateTime)) return undefined;
  const gone: Pointer[] = isUpdate(job) || job.id !== undefined ? ['/id'] : [];
  eachField(job, SET_BY_SERVER, (_, at) => gone.push(at));
  if (job.scheduleType === 'On-demand' && job.startDateTime !== undefined) gone.push('/startDateTime');
  const status: Operation[] = canStay(job) ? [] : [{ set: '/status', value: 'Disabled' }];
  return [...status, ...chainToItsPlace(job), ...gone.map((remove) => ({ remove }))];
}

/** What makes an answer an update of its job: the chain comes to its place, paths go, so that the scripts stay as they are. */
export function toUpdateBody(job: JsonObject): Operation[] | undefined {
  if (!isUpdate(job)) return undefined;
  const gone: Pointer[] = [];
  eachOfFormat(job, 'base64', (text, at) => {
    if (readScript(text).kind === 'server-path') gone.push(at());
  });
  for (const key of ['linkedToJob', 'linkedJobs']) if (!isAbsent(job[key])) gone.push(`${ROOT}/${key}`);
  return [...chainToItsPlace(job), ...gone.map((remove) => ({ remove }))];
}

const SET_BY_SERVER = fieldsThat(({ serverSet, name }) => serverSet && name !== 'id');

function canStay({ status, scheduleType }: JsonObject): boolean {
  return isAbsent(status) || status === 'Disabled' || (status === 'Enabled' && scheduleType !== 'On-demand');
}

/** The rules of the chain as a body has them, from where an answer has them, and the parent's id where it is not said. */
function chainToItsPlace(job: JsonObject): Operation[] {
  const parents = Array.isArray(job.linkedToJob) ? job.linkedToJob.filter(isObject) : [];
  const parent = parents.find(({ id }) => id === job.linkedJobId) ?? parents[0];
  if (parent === undefined || !isAbsent(job.chainedJobRule)) return [];
  const rules = Array.isArray(parent.chainedJobRule) ? parent.chainedJobRule.filter(isObject).map(ruleOfBody) : [];
  const operations: Operation[] = [];
  if (isAbsent(job.linkedJobId) && typeof parent.id === 'string')
    operations.push({ set: '/linkedJobId', value: parent.id });
  if (rules.length > 0) operations.push({ set: '/chainedJobRule', value: rules });
  return operations;
}

function ruleOfBody({ field, actionIds, threshold, condition }: JsonObject): JsonObject {
  const written: [string, Json | undefined][] = [
    ['field', field],
    ['actionIds', actionIds],
    ['threshold', threshold],
    ['condition', condition],
  ];
  return Object.fromEntries(written.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
