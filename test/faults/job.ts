import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { OTHER_FIELD, SAME_FIELD } from './faults.ts';

export const NAME = 'Job of the fault table';

const LINE = 'echo canary-script-94be1 && exit 0';
const SCRIPT = `${LINE}\n`;

/** A script as it is sent, and as it reads. */
export const FIRST_SCRIPT = [base64(SCRIPT), LINE];
export const EDITED_SCRIPT = [base64(`${SCRIPT}# edited\n`), LINE];

/** Texts that no output may hold. */
export const SCRIPTS = [...FIRST_SCRIPT, ...EDITED_SCRIPT];

/** The file as it is first, and as it is edited: three fields and the script are others. */
export const FIRST: JsonObject = {
  name: NAME,
  platform: 'Linux',
  type: 'Install',
  status: 'Disabled',
  scheduleType: 'On-demand',
  description: 'As it was first',
  assetIds: ['e7f2a4c8-3b19-4d6a-9f05-1c8e7b2d4a60'],
  timeout: 3,
  timeoutUnit: 'HOURS',
  preDeployActions: [action(SCRIPT)],
};

/** The same without scripts, which nobody can compare with the platform's; told apart by a unit. */
export const withoutScript = ({ preDeployActions, ...rest }: JsonObject): JsonObject => ({
  ...rest,
  timeoutUnit: 'MINUTES',
});

export const EDITED: JsonObject = {
  ...FIRST,
  description: 'As it was edited',
  timeout: 5,
  assetIds: ['e7f2a4c8-3b19-4d6a-9f05-1c8e7b2d4a60', 'e7f2a4c8-3b19-4d6a-9f05-1c8e7b2d4a61'],
  preDeployActions: [action(`${SCRIPT}# edited\n`)],
};

/** A file that was pulled, or merged with what somebody else wrote. */
export function fileInWords(text: string): string {
  const { description, timeout } = JSON.parse(text);
  if (timeout !== EDITED.timeout) return 'damaged';
  if (description === SAME_FIELD.description) return 'edited, their text';
  return description === EDITED.description ? 'edited' : 'damaged';
}

/** The job of one of several files. */
export function numbered(job: JsonObject, number: number): JsonObject {
  return { ...job, name: `${NAME} ${number}` };
}

/** The jobs as a person would tell them apart, in the order of their names. */
export function inWords(jobs: readonly JsonObject[]): string {
  return jobs.length === 0
    ? 'none'
    : jobs
        .map((job): [string, string] => [String(job.name), oneInWords(job)])
        .sort()
        .map(([, words]) => words)
        .join(' + ');
}

function oneInWords(job: JsonObject): string {
  const sent = (file: JsonObject) => ({
    ...(job.timeoutUnit === 'MINUTES' ? withoutScript(file) : file),
    name: job.name ?? null,
  });
  const field = holds(job, OTHER_FIELD) ? ' & theirs' : '';
  const description = holds(job, SAME_FIELD) ? SAME_FIELD : {};
  if (holds(job, { ...sent(EDITED), ...description }))
    return `${isEmpty(description) ? 'edited' : 'edited, their text'}${field}`;
  if (holds(job, { ...sent(FIRST), ...description }))
    return `${isEmpty(description) ? 'first' : 'first, their text'}${field}`;
  return job.description === 'Somebody’s own' ? 'somebody’s' : 'damaged';
}

/** Does a value say all that another one says? Compared by this code alone. */
function holds(value: Json | undefined, said: Json): boolean {
  if (Array.isArray(said))
    return Array.isArray(value) && value.length === said.length && said.every((one, index) => holds(value[index], one));
  if (isObject(said)) return isObject(value) && Object.entries(said).every(([key, one]) => holds(value[key], one));
  return value === said;
}

function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0;
}

function action(script: string): JsonObject {
  return { action: 'Run Script', params: { actionItem: 'Stop the service' }, script: base64(script), scriptType: 'sh' };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
