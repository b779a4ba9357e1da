import type { JsonObject } from '../../schemas/json.ts';
import type { ScriptConflict } from './conflicts.ts';
import { lastChange } from './last-change.ts';
import type { Conflict, Note } from './plan.ts';
import { renderValue } from './render-value.ts';

/** What a person has said of conflicts beforehand. */
export interface ConflictChoice {
  onConflict?: 'stop' | 'overwrite';
  sendScripts?: boolean;
}

/** The conflicts that still stop a push, and what is sent over somebody else's change because a person chose it. */
export interface Overwriting {
  stopping: Conflict[];
  notes: Note[];
  /** By `scriptKey`: the scripts that go, whatever the server has in their places. */
  scripts: ReadonlySet<string>;
}

/** What nobody can compose still stops. Each thing that is overwritten has its note: what, and whose it was. */
export function overwriting(
  fields: readonly Conflict[],
  scripts: readonly ScriptConflict[],
  { onConflict = 'stop', sendScripts = false }: ConflictChoice,
  server: JsonObject,
): Overwriting {
  const overwrites = onConflict === 'overwrite';
  const sent = scripts.filter(({ conflict }) => conflict.sendable && (overwrites || sendScripts));
  const kept = scripts.filter((one) => !sent.includes(one));
  return {
    stopping: [...(overwrites ? [] : fields), ...kept.map(({ conflict }) => conflict)],
    notes: [
      ...(overwrites ? fields.flatMap((field) => fieldNote(field, server)) : []),
      ...sent.map((script) => scriptNote(script, server)),
    ],
    scripts: new Set(sent.flatMap(({ key }) => (key === undefined ? [] : [key]))),
  };
}

function fieldNote(conflict: Conflict, server: JsonObject): Note[] {
  if (conflict.kind !== 'changed-on-server') return [];
  const { pointer, label, base, server: there, file } = conflict;
  const message = `${label} was changed on the server from ${renderValue(base)} to ${renderValue(there)}${whose(server)}. This push overwrites that with ${renderValue(file)}.`;
  return [{ code: 'overwrites', pointer, message }];
}

function scriptNote({ conflict: { pointer, label }, named }: ScriptConflict, server: JsonObject): Note {
  const source = named ? 'the script in the file' : 'the script that was last known here';
  const message = `${label}: ${source} is sent. The job was changed since it was last known${whose(server)}, and whatever script it has now is overwritten.`;
  return { code: 'overwrites-script', pointer, message };
}

function whose(server: JsonObject): string {
  const last = lastChange(server);
  return last === '' ? '' : ` (last change of the job: ${last})`;
}
