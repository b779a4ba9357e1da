import { type Field, fieldAt, rootField } from '../../schemas/fields.ts';
import type { JsonObject } from '../../schemas/json.ts';

/** The lists whose entries are actions. */
export const ACTION_LISTS = ['preDeployActions', 'postDeployActions'] as const;

/** The fields of an action that hold a script. */
export const SCRIPT_FIELDS = ['script', 'detectionScript'] as const;

const OF_A_JOB = serverSetIn(rootField);
const OF_AN_ACTION = serverSetIn(fieldAt(`/${ACTION_LISTS[0]}/*`));

/** Is that field of a job the server's alone? `$schema` is no field of a job at all and counts too. */
export function isServerField(name: string): boolean {
  return name === '$schema' || OF_A_JOB.has(name);
}

/** Is that field of an action the server's alone? */
export function isActionOfServer(name: string): boolean {
  return OF_AN_ACTION.has(name);
}

/** An action without what the server sets. */
export function withoutServerFields(action: JsonObject): JsonObject {
  return keep(action, (key) => !OF_AN_ACTION.has(key));
}

/** The entries of an object whose keys are wanted, in their order. */
export function keep(object: JsonObject, wanted: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => wanted(key)));
}

function serverSetIn(field: Field | undefined): ReadonlySet<string> {
  return new Set((field?.children ?? []).filter((one) => one.serverSet).map((one) => one.name));
}
