import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { byAction } from '../job/by-action.ts';
import { chainOf } from '../job/chain.ts';
import { composeUpdate } from '../job/compose-update.ts';
import { normalise } from '../job/normalise.ts';
import { pulledBody } from '../job/pulled-body.ts';
import { restoreScripts } from '../job/restore-scripts.ts';
import type { KnownScripts } from '../job/scripts.ts';
import { ACTION_LISTS, isServerField } from '../job/server-fields.ts';
import { askedStatus } from '../job/spelling.ts';
import { withoutScripts } from '../link/base.ts';
import type { Note } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import { mergeActions } from './merge-actions.ts';
import { mergeValue, type Sight } from './merge-value.ts';
import type { MergedObject, MergedValue } from './merged.ts';

export interface MergeSources {
  file: JsonObject;
  /** The job as it was after our last push or pull, normalised. Undefined: every difference is left for choice. */
  base: JsonObject | undefined;
  /** The job as GET answers it. */
  server: JsonObject & { id: JobId };
  /** The scripts of the base. */
  known: KnownScripts;
}

/** What a run at another time needs: taken along when the schedule's type is. */
const SCHEDULE_FIELDS = [
  'startDateTime',
  'recurring',
  'recurringWeekDays',
  'dayOfMonth',
  'recurringDayOfMonth',
  'recurringWeekDayOfMonth',
  'recurringLastDayOfMonth',
  'monthlyRecurringType',
  'patchTuesdayPlusXDays',
];

/**
 * Three-way by field, of what the file names: what the server alone changed is taken, what the file alone changed stays,
 * what both changed differently is a choice. Lists of ids are sets; actions are matched as a push matches them. Scripts
 * are left alone: what the server has for them cannot be seen.
 */
export function mergeJob({ file, base, server, known }: MergeSources): { merged: MergedObject; notes: Note[] } {
  const composed = composeUpdate({ file, server, base, known });
  // An update leaves the status to the server unless the file changes it; a merge must see what the file says.
  const body = 'status' in file ? { ...composed.body, status: file.status ?? null } : composed.body;
  const sight: Sight<JsonObject> = {
    file: byAction(withoutScripts(normalise(body))),
    server: byAction(withoutScripts(normalise(server))),
    base: base === undefined ? 'unknown' : byAction(withoutScripts(base)),
  };
  const own = withoutScripts(normalise(file));
  const answered: JsonObject = {
    ...server,
    chainedJobRule: chainOf(server) ?? null,
    status: askedStatus(server.status ?? null),
  };
  const pulled = restoreScripts(pulledBody(server), server, known, file);
  const notes: Note[] = [];
  const entries = new Map<string, MergedValue>();
  for (const [key, ours] of Object.entries(file)) {
    if (isServerField(key)) continue;
    const list = ACTION_LISTS.find((name) => name === key);
    if (list === undefined) {
      entries.set(key, mergeValue(key, ours, answered[key], below(sight, key)));
      continue;
    }
    const actions = mergeActions(list, ours, {
      sight: below(sight, key),
      own: listOf(own[list]),
      base: base === undefined ? [] : listOf(base[list]),
      server: listOf(server[list]),
      pulled: listOf(pulled.body[list]),
      known,
    });
    entries.set(key, actions.merged);
    notes.push(
      ...pulled.notes.filter(({ pointer }) => actions.added.some((index) => pointer?.startsWith(`/${list}/${index}/`))),
    );
  }
  return { merged: { kind: 'object', entries, added: scheduleAdded(file, entries, sight, answered) }, notes };
}

/** The fields of a schedule that the file does not name, and that changed on the server together with its type. */
function scheduleAdded(
  file: JsonObject,
  entries: ReadonlyMap<string, MergedValue>,
  sight: Sight<JsonObject>,
  server: JsonObject,
): MergedObject['added'] {
  if (entries.get('scheduleType')?.kind !== 'take') return [];
  return SCHEDULE_FIELDS.flatMap((key) => {
    if (key in file || sight.server[key] === undefined) return [];
    if (mergeValue(key, null, server[key], below(sight, key, null)).kind !== 'take') return [];
    const value = server[key] ?? null;
    const sides = { base: sight.base === 'unknown' ? undefined : sight.base[key], server: value, file: undefined };
    return [{ after: 'scheduleType', key, taken: { kind: 'take', value, sides } as const }];
  });
}

/** What the three sides have below a key; `file` stands in for what the file's side would have there. */
function below(sight: Sight<JsonObject>, key: string, file?: null): Sight {
  return {
    file: file === null ? (sight.base === 'unknown' ? undefined : sight.base[key]) : sight.file[key],
    server: sight.server[key],
    base: sight.base === 'unknown' ? 'unknown' : (sight.base[key] ?? undefined),
  };
}

function listOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map((entry) => (isObject(entry) ? entry : {})) : [];
}
