import type { JsonObject } from '../../schemas/json.ts';
import { chainOf } from './chain.ts';
import { isServerPath, mapActions } from './scripts.ts';
import { isServerField, keep, withoutServerFields } from './server-fields.ts';

/**
 * The body of a create: the file without what only the server sets. A server path in a script's place is no script and
 * is left out; `missingScripts` says whether there was one.
 */
export function composeCreate(file: JsonObject): { body: JsonObject; missingScripts: boolean } {
  let missingScripts = false;
  const chain = chainOf(file);
  const own = keep(file, (key) => !isServerField(key));
  const body = mapActions(chain === undefined ? own : { ...own, chainedJobRule: chain }, (action) => {
    const sent = keep(withoutServerFields(action), (key) => !isServerPath(action[key]));
    missingScripts ||= Object.values(action).some(isServerPath);
    return sent;
  });
  return { body, missingScripts };
}
