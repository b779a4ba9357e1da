import { fieldAt } from '../../schemas/fields.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, parent } from '../../schemas/pointer.ts';
import type { UpdateBody } from '../job/compose-update.ts';
import { jsonAt } from '../job/json-at.ts';
import { ACTION_LISTS } from '../job/server-fields.ts';
import { askedStatus } from '../job/spelling.ts';
import { labelOf } from './label.ts';
import type { Change, Note } from './plan.ts';

export interface UpdateFindings {
  file: JsonObject;
  server: JsonObject;
  composed: UpdateBody;
  changes: readonly Change[];
  hasBase: boolean;
  /** The file of a base that cannot be read. */
  damagedBase: string | undefined;
  /** What changed on the server since the base, and stays. */
  untouched: readonly Pointer[];
  /** What the file named at its last push and does not name now. */
  leftOut: readonly Pointer[];
}

/** What a person should know of an update beside its changes. */
export function updateNotes(found: UpdateFindings): Note[] {
  return [
    ...(found.hasBase ? [] : [noBase(found.damagedBase)]),
    ...found.untouched.map(untouched),
    ...found.leftOut.map(stays),
    ...matchedByPosition(found.composed),
    ...actionsInUse(found),
    ...(found.composed.chainDropped ? [chainDropped()] : []),
    ...statusKept(found),
    ...scriptsNotKnown(found),
  ];
}

function noBase(damaged: string | undefined): Note {
  const known =
    damaged === undefined
      ? 'Nothing is known here of an earlier push or pull of this job'
      : `${damaged}, which tells of the last push or pull of this job, is damaged`;
  const message = `${known}: file and server are compared alone, and a change that somebody else made is not noticed.`;
  const mending = ' Take that file from the repository again to have it noticed; a push writes it anew.';
  return { code: 'no-base', message: `${message}${damaged === undefined ? '' : mending}` };
}

function untouched(pointer: Pointer): Note {
  return {
    code: 'changed-on-server',
    pointer,
    message: `${labelOf(pointer)} changed on the server since the last push or pull; this push does not touch it.`,
  };
}

function stays(pointer: Pointer): Note {
  return {
    code: 'left-out',
    pointer,
    message: `${labelOf(pointer)} is no longer in the file: it stays as it is on the server${takesNull(pointer) ? '; write null to clear it' : ''}.`,
  };
}

function takesNull(pointer: Pointer): boolean {
  return fieldAt(pointer)?.types.includes('null') === true;
}

function matchedByPosition({ matches }: UpdateBody): Note[] {
  return ACTION_LISTS.flatMap((list) =>
    (matches[list] ?? []).flatMap((match, index) => {
      if (match?.by !== 'position') return [];
      const pointer = `/${list}/${index}`;
      return [
        {
          code: 'matched-by-position',
          pointer,
          message: `${labelOf(pointer)} is taken for the server's action at the same place: its name differs.`,
        },
      ];
    }),
  );
}

/** Other jobs' chains name actions by their ids. */
function actionsInUse({ file, server, composed }: UpdateFindings): Note[] {
  return ACTION_LISTS.flatMap((list) => {
    if (!(list in file)) return [];
    const kept = new Set(actionsOf(composed.body, list).map(({ actionId }) => actionId));
    return actionsOf(server, list)
      .filter((action) => action.actionLinkedToJob === true && !kept.has(action.actionId))
      .map((action) => ({
        code: 'action-in-use',
        pointer: `/${list}`,
        message: `The action "${itemOf(action)}" would be removed, and another job is chained to it.`,
      }));
  });
}

function chainDropped(): Note {
  return {
    code: 'chain-dropped',
    pointer: '/linkedJobId',
    message:
      'The linked job changes: the chain rules of the former one are not sent along. Write chainedJobRule for new ones.',
  };
}

function statusKept({ file, composed }: UpdateFindings): Note[] {
  const { status } = file;
  if (status === undefined || askedStatus(status) === askedStatus(composed.body.status ?? null)) return [];
  return [
    {
      code: 'status-kept',
      pointer: '/status',
      message: `The status stays ${String(composed.body.status)}, as it is on the server: the file has not changed it since the last push or pull.`,
    },
  ];
}

/** The server has a script there, and nobody here knows it: whether it changes cannot be told. */
function scriptsNotKnown({ changes, composed }: UpdateFindings): Note[] {
  return changes
    .filter(({ script, before, after, pointer }) => {
      const actionId = jsonAt(composed.body, child(parent(pointer), 'actionId'));
      return script && before === undefined && after !== undefined && actionId !== undefined;
    })
    .map(({ pointer, label }) => ({
      code: 'script-not-known',
      pointer,
      message: `${label}: what the server has there now is not known here, so it may be the same.`,
    }));
}

function actionsOf(job: JsonObject, list: string): JsonObject[] {
  const actions: Json | undefined = job[list];
  return Array.isArray(actions) ? actions.filter((action) => isObject(action)) : [];
}

function itemOf({ params, action }: JsonObject): string {
  return String((isObject(params) ? params.actionItem : undefined) ?? action);
}
