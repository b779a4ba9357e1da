import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';

/** How an action of a list was found again in another list. */
type MatchedBy = 'id' | 'name' | 'position';

export interface ActionMatch {
  /** Its index in the other list. */
  index: number;
  by: MatchedBy;
}

/**
 * Matches the actions of two lists one to one: by `actionId`, else by `action` and `actionItem`, else, when both lists
 * are of one length, by position where `action` agrees. The answer has one entry for each of `wanted`.
 */
export function matchActions(wanted: readonly Json[], present: readonly Json[]): (ActionMatch | undefined)[] {
  const matches: (ActionMatch | undefined)[] = wanted.map(() => undefined);
  const free = new Set(present.keys());
  const pass = (by: MatchedBy, agree: (one: JsonObject, other: JsonObject, same: boolean) => boolean): void => {
    for (const [at, action] of wanted.entries()) {
      if (matches[at] !== undefined || !isObject(action)) continue;
      for (const index of free) {
        const other = present[index];
        if (!isObject(other) || !agree(action, other, at === index)) continue;
        matches[at] = { index, by };
        free.delete(index);
        break;
      }
    }
  };
  pass('id', (one, other) => idOf(one) !== undefined && idOf(one) === idOf(other));
  pass('name', (one, other) => one.action === other.action && itemOf(one) === itemOf(other));
  if (wanted.length === present.length) pass('position', (one, other, same) => same && one.action === other.action);
  return matches;
}

function idOf({ actionId }: JsonObject): string | undefined {
  return typeof actionId === 'string' && actionId !== '' ? actionId.toLowerCase() : undefined;
}

function itemOf({ params }: JsonObject): Json | undefined {
  return isObject(params) ? params.actionItem : undefined;
}
