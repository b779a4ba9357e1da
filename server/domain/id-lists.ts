import { rootField } from '../../schemas/fields.ts';
import type { Json, JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { chainRules } from './chain-rules.ts';

/** A list of ids in a job, at its pointer. */
interface IdList {
  at: Pointer;
  ids: readonly Json[];
}

/** Every list of ids that a person writes: of patches, assets, tags, users, and the post actions of chain rules. */
export function idLists(job: JsonObject): IdList[] {
  const listed = LISTS.map((key) => listAt(child(ROOT, key), job[key]));
  const ofChain = chainRules(job).map(({ rule, at }) => listAt(child(at, 'actionIds'), rule.actionIds));
  return [...listed, ...ofChain].filter(({ ids }) => ids.length > 1);
}

const LISTS = rootField.children
  .filter(({ item, serverSet }) => item?.format === 'uuid' && !serverSet)
  .map(({ name }) => name);

function listAt(at: Pointer, list: Json | undefined): IdList {
  return { at, ids: Array.isArray(list) ? list : [] };
}
