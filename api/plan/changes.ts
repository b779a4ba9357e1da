import { rootField } from '../../schemas/fields.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { child, keyAt, type Pointer, ROOT, segments } from '../../schemas/pointer.ts';
import { actionKey, actionOrder, byAction } from '../job/by-action.ts';
import { isScriptField } from '../job/scripts.ts';
import { ACTION_LISTS, keep } from '../job/server-fields.ts';
import { ADDRESS, concealed, fingerprintOf } from './conceal.ts';
import { type Difference, differences } from './diff.ts';
import { labelOf } from './label.ts';
import type { Change } from './plan.ts';

/** Ends the label of an action that goes as a whole. */
export const REMOVED = ': removed';

/** What a create sends, field by field. `body` is normalised as it is written. */
export function createChanges(body: JsonObject): Promise<Change[]> {
  return Promise.all(inOrder(differences({}, body)).map(asChange));
}

/**
 * What an update changes. Both jobs are normalised, with the scripts that are known. Pointers are into the body that is
 * sent; an action that goes is told once, at its list.
 */
export async function updateChanges(server: JsonObject, body: JsonObject): Promise<Change[]> {
  const place = placeIn(body);
  const changes = differences(byAction(server), byAction(body)).flatMap((difference) => {
    const pointer = place(difference.pointer);
    return pointer === undefined ? [] : [{ ...difference, pointer }];
  });
  const told = await Promise.all(changes.map(asChange));
  return [...told, ...(await Promise.all(ACTION_LISTS.map((list) => endOf(list, server, body)))).flat()];
}

/**
 * Where a place that names an action by its id is in a body: by the action's index. Undefined for an action that the
 * body does not have.
 */
export function placeIn(body: JsonObject): (pointer: Pointer) => Pointer | undefined {
  const orders = new Map(ACTION_LISTS.map((list) => [String(list), actionOrder(body, list)]));
  return (pointer) => {
    const [list = '', key, ...rest] = segments(pointer);
    const order = orders.get(list);
    if (order === undefined || key === undefined) return pointer;
    const index = order.indexOf(key);
    return index < 0 ? undefined : [list, String(index), ...rest].reduce<Pointer>(child, ROOT);
  };
}

/** By the documented order of the job's fields. */
function inOrder<T extends { pointer: Pointer }>(entries: T[]): T[] {
  const names = rootField.children.map(({ name }) => name);
  const place = ({ pointer }: T): number => {
    const index = names.indexOf(segments(pointer)[0] ?? '');
    return index < 0 ? names.length : index;
  };
  return entries.sort((one, other) => place(one) - place(other));
}

async function endOf(list: (typeof ACTION_LISTS)[number], server: JsonObject, body: JsonObject): Promise<Change[]> {
  return [...(await removals(list, server, body)), ...reordering(list, server, body)];
}

function removals(list: (typeof ACTION_LISTS)[number], server: JsonObject, body: JsonObject): Promise<Change[]> {
  const left = new Set(actionOrder(body, list));
  const gone = actionsOf(server, list).flatMap((action, index) =>
    left.has(actionKey(action, index)) ? [] : [{ action, label: `${labelOf(`/${list}/${index}`)}${REMOVED}` }],
  );
  return Promise.all(
    gone.map(async ({ action, label }) => ({
      pointer: `/${list}`,
      label,
      before: await shown(action),
      after: undefined,
    })),
  );
}

/** The order of the actions that two jobs have both, when it is another one. */
export function reordering(list: (typeof ACTION_LISTS)[number], server: JsonObject, body: JsonObject): Change[] {
  const before = actionOrder(server, list);
  const after = actionOrder(body, list);
  const stayed = before.filter((key) => after.includes(key));
  const now = after.filter((key) => before.includes(key));
  if (stayed.every((key, index) => key === now[index])) return [];
  const names = (job: JsonObject, order: string[]) =>
    order.map((key) => nameOf(actionsOf(job, list).find((action, index) => actionKey(action, index) === key)));
  const label = `${labelOf(`/${list}`)}: order`;
  return [{ pointer: `/${list}`, label, before: names(server, stayed), after: names(body, now) }];
}

/** A difference as a plan tells it: in words, with no script in it. */
export async function asChange({ pointer, before, after }: Difference): Promise<Change> {
  const label = labelOf(pointer);
  const key = keyAt(pointer);
  if (!isScriptField(key)) {
    const [was, becomes] = [await concealed(before, key), await concealed(after, key)];
    const looksAlike = key === ADDRESS && was === becomes;
    return { pointer, label, before: was, after: looksAlike ? `${was} with another password or key` : becomes };
  }
  const [was, becomes] = [await fingerprintOf(before), await fingerprintOf(after)];
  const goes = was === undefined && becomes === undefined && before !== undefined;
  return { pointer, label, before: goes ? 'a script that is not known here' : was, after: becomes, script: true };
}

/** What is told of an action that goes: enough to know it by. */
async function shown(action: Json): Promise<Json> {
  if (!isObject(action)) return (await concealed(action)) ?? null;
  return (await concealed(keep(action, (key) => key === 'action' || key === 'params' || key === 'scriptType'))) ?? null;
}

/** What an action is called, for a person. */
export function nameOf(action: Json | undefined): Json {
  if (!isObject(action)) return null;
  return (isObject(action.params) ? action.params.actionItem : undefined) ?? action.action ?? null;
}

function actionsOf(job: JsonObject, list: string): Json[] {
  const actions = job[list];
  return Array.isArray(actions) ? actions : [];
}
