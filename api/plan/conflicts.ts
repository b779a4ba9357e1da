import { isObject, type JsonObject } from '../../schemas/json.ts';
import { child, keyAt, type Pointer } from '../../schemas/pointer.ts';
import { actionKey, actionOrder, byAction } from '../job/by-action.ts';
import { jsonAt } from '../job/json-at.ts';
import { matchActions } from '../job/match-actions.ts';
import { isScriptText, isServerPath, type KnownScripts, scriptKey } from '../job/scripts.ts';
import { updatedAt } from '../job/sent-scripts.ts';
import { ACTION_LISTS, SCRIPT_FIELDS } from '../job/server-fields.ts';
import { withoutScripts } from '../link/base.ts';
import { nameOf, placeIn, reordering } from './changes.ts';
import { concealed } from './conceal.ts';
import { differences, isEqual } from './diff.ts';
import { labelOf } from './label.ts';
import type { Conflict } from './plan.ts';

export interface ServerChanges {
  conflicts: Conflict[];
  /** What changed on the server and stays as it is there. */
  untouched: Pointer[];
}

/**
 * What changed on the server since the base: a conflict where the push would change it too. All three are normalised.
 * Scripts are compared by `scriptConflicts`.
 */
export async function serverChanges(base: JsonObject, server: JsonObject, body: JsonObject): Promise<ServerChanges> {
  const place = placeIn(body);
  const present = byAction(withoutScripts(server));
  const wanted = byAction(withoutScripts(body));
  const result: ServerChanges = { conflicts: [], untouched: [] };
  const removed = ACTION_LISTS.flatMap((list) => removedActions(list, base, server));
  for (const { pointer: at, before } of differences(byAction(withoutScripts(base)), present)) {
    if (removed.some(({ place }) => at.startsWith(`${place}/`))) continue;
    const key = keyAt(at);
    const there = jsonAt(present, at);
    const file = jsonAt(wanted, at);
    // An action that the body does not have is told at its list.
    const pointer = place(at) ?? at.slice(0, at.indexOf('/', 1));
    if (isEqual(there, file)) result.untouched.push(pointer);
    else
      result.conflicts.push({
        kind: 'changed-on-server',
        pointer,
        label: labelOf(pointer),
        base: await concealed(before, key),
        server: await concealed(there, key),
        file: await concealed(file, key),
      });
  }
  for (const { list, action } of removed) {
    const again = wantedAgain(list, action, body);
    if (again === undefined) result.untouched.push(`/${list}`);
    else result.conflicts.push(again);
  }
  result.conflicts.push(...ACTION_LISTS.flatMap((list) => movedOtherwise(list, base, server, body)));
  return { ...result, untouched: [...new Set(result.untouched)] };
}

type ActionList = (typeof ACTION_LISTS)[number];

/** The actions of the base that somebody has taken away, each with its place in `byAction`. */
function removedActions(list: ActionList, base: JsonObject, server: JsonObject) {
  const present = new Set(actionOrder(server, list));
  return actionsOf(base, list).flatMap((action, index) => {
    const key = actionKey(action, index);
    return present.has(key) ? [] : [{ list, action, place: child(`/${list}`, key) }];
  });
}

/** The file still has an action that somebody took away: sent, it would come back with another id. */
function wantedAgain(list: ActionList, removed: JsonObject, body: JsonObject): Conflict | undefined {
  const added = actionsOf(body, list).map((action) => ('actionId' in action ? null : action));
  const index = added.findIndex((action) => matchActions([action], [removed])[0]?.by === 'name');
  if (index < 0) return undefined;
  const pointer = `/${list}/${index}`;
  const name = nameOf(removed);
  return { kind: 'changed-on-server', pointer, label: labelOf(pointer), base: name, server: undefined, file: name };
}

/** Somebody has put the actions in another order, and the push would put them in yet another or back. */
function movedOtherwise(list: ActionList, base: JsonObject, server: JsonObject, body: JsonObject): Conflict[] {
  const [theirs] = reordering(list, base, server);
  const [ours] = reordering(list, server, body);
  if (theirs === undefined || ours === undefined) return [];
  const { pointer, label } = theirs;
  return [{ kind: 'changed-on-server', pointer, label, base: theirs.before, server: theirs.after, file: ours.after }];
}

/** A script that stops an update. */
export interface ScriptConflict {
  conflict: Extract<Conflict, { kind: 'script-unknown' }>;
  /** The file itself holds something in the script's place. */
  named: boolean;
  /** Its `scriptKey`, where its bytes are known. */
  key?: string;
}

/**
 * The scripts that stop an update: nobody knows what to send for them, or the server's job is newer than the last time
 * that its script was known. `file` is what the person wrote, `body` what was composed from it.
 */
export function scriptConflicts(sources: {
  file: JsonObject;
  server: JsonObject;
  body: JsonObject;
  known: KnownScripts;
}): ScriptConflict[] {
  const { file, server, body, known } = sources;
  return ACTION_LISTS.flatMap((list) => {
    const written = list in file;
    return actionsOf(body, list).flatMap((action, index) =>
      SCRIPT_FIELDS.flatMap((field): ScriptConflict[] => {
        const pointer = `/${list}/${index}/${field}`;
        const conflict = { kind: 'script-unknown', pointer, label: labelOf(pointer), sendable: false } as const;
        const said = written ? actionsOf(file, list)[index]?.[field] : undefined;
        if (isServerPath(action[field])) return [{ conflict, named: said !== undefined }];
        // A new action whose script is but a path to somewhere else: there is nothing to send.
        if (isServerPath(said) && !isScriptText(action[field])) return [{ conflict, named: true }];
        const key = typeof action.actionId === 'string' ? scriptKey(action.actionId, field) : '';
        const script = known[key];
        const there = actionsOf(server, list).find(({ actionId }) => actionId === action.actionId)?.[field];
        const isNewer =
          script !== undefined && isServerPath(there) && (updatedAt(server) ?? -1) > (script.updatedAt ?? -1);
        return isNewer ? [{ conflict: { ...conflict, sendable: true }, named: isScriptText(said), key }] : [];
      }),
    );
  });
}

function actionsOf(job: JsonObject, list: string): JsonObject[] {
  const actions = job[list];
  return Array.isArray(actions) ? actions.map((action) => (isObject(action) ? action : {})) : [];
}
