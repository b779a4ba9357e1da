import type { JsonObject } from '../../schemas/json.ts';
import { segments } from '../../schemas/pointer.ts';
import { composeUpdate } from '../job/compose-update.ts';
import { jobOfText } from '../job/job-of-text.ts';
import { jsonAt } from '../job/json-at.ts';
import { normalise } from '../job/normalise.ts';
import { pulledBody } from '../job/pulled-body.ts';
import { mapActions, scriptKey, withKnownScripts } from '../job/scripts.ts';
import { ACTION_LISTS, SCRIPT_FIELDS } from '../job/server-fields.ts';
import type { Base } from '../link/base.ts';
import { updateChanges } from '../plan/changes.ts';
import type { Change } from '../plan/plan.ts';

/**
 * A file beside the job that the platform has, and that it had when it was last pulled or pushed.
 * `unchanged`: the file says the same. `changed`: the platform has something else, or more than the file says.
 * `edited`: the file says something of its own that pulling would take away, or may, as nobody knows what it was before.
 */
export interface Comparison {
  kind: 'unchanged' | 'changed' | 'edited';
  /** What pulling changes in the file. */
  changes: Change[];
}

export async function compareFile(
  text: string,
  server: JsonObject & { id: string },
  base: Base | undefined,
): Promise<Comparison> {
  const file = jobOfText(text);
  if (file === undefined) return { kind: 'edited', changes: [] };
  const said = await whatItSays(file, server, base);
  const changes = [
    ...said.map((change) => ({ ...change, before: change.after, after: change.before })),
    ...(await whatItLacks(file, server)),
  ];
  if (said.length === 0) return { kind: changes.length === 0 ? 'unchanged' : 'changed', changes };
  const own = base === undefined ? said : await whatItSays(file, withBaseScripts(base), base);
  return { kind: own.length === 0 ? 'changed' : 'edited', changes };
}

/** What a push of the file would change in a job. */
async function whatItSays(file: JsonObject, job: JsonObject, base: Base | undefined): Promise<Change[]> {
  const known = base?.scripts ?? {};
  const { body } = composeUpdate({ file, server: job, base: base?.job, known });
  const changes = await updateChanges(normalise(withKnownScripts(job, known)), normalise(body));
  return changes.filter(({ before, pointer }) => before !== undefined || jsonAt(body, pointer) !== undefined);
}

/** What the platform has beside what the file says. What it has filled into an action that the file has is no news. */
async function whatItLacks(file: JsonObject, server: JsonObject & { id: string }): Promise<Change[]> {
  const changes = await updateChanges(normalise(file), normalise(pulledBody(server)));
  return changes.filter(({ pointer, before }) => {
    const [key = ''] = segments(pointer);
    const isInAction = ACTION_LISTS.some((list) => list === key) && Array.isArray(file[key]);
    return before === undefined && !isInAction;
  });
}

function withBaseScripts({ job, scripts }: Base): JsonObject {
  return mapActions(job, (action) => {
    const { actionId } = action;
    if (typeof actionId !== 'string') return action;
    const known = SCRIPT_FIELDS.flatMap((field) => {
      const script = scripts[scriptKey(actionId, field)];
      return script === undefined ? [] : [[field, script.base64] as const];
    });
    return { ...action, ...Object.fromEntries(known) };
  });
}
