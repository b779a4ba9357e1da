import type { Json, JsonObject } from '../../../schemas/json.ts';
import { child, valueAt } from '../../../schemas/pointer.ts';
import { isUuid } from '../../domain/hexadecimal.ts';
import { isPlaceholder } from '../../domain/placeholder.ts';
import { fieldName, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const excludedTarget: Rule = {
  code: 'excluded-target',
  severity: 'warning',
  title: 'The same id is included and excluded',
  why: 'An exclusion wins: what the job seems to name is left alone.',
  source: 'inferred',
  check: ({ value }) => [
    ...excluded(value, 'assetIds', 'exclusionAssetIds', 'that asset'),
    ...(excludesTogether(value) ? [] : excluded(value, 'assetTagIds', 'exclusionTagIds', 'every asset with that tag')),
  ],
};
export default excludedTarget;

/** With `All`, several tags exclude only what carries every one of them: the same tag on both sides makes sense. */
function excludesTogether({ exclusionFilterType, exclusionTagIds }: JsonObject): boolean {
  return exclusionFilterType === 'All' && Array.isArray(exclusionTagIds) && idsOf(exclusionTagIds).size > 1;
}

function excluded(job: JsonObject, including: string, excluding: string, what: string): Finding[] {
  const exclusions = idsOf(job[excluding]);
  if (exclusions.size === 0) return [];
  return [...idsOf(job[including])].flatMap(([id, place]): Finding[] => {
    const index = exclusions.get(id);
    if (index === undefined) return [];
    const at = child(`/${excluding}`, index);
    const inclusion = child(`/${including}`, place);
    const message = `${fieldName(at)} is ${shown(valueAt(job, at))}, which ${fieldName(inclusion)} includes: the job leaves ${what} alone. Take it out of one of the lists.`;
    return [
      { at, part: 'value', message, related: [{ at: inclusion, part: 'value', message: 'It is included here.' }] },
    ];
  });
}

/** The ids of a list, in lower case, each with the index where it stands first. */
function idsOf(list: Json | undefined): Map<string, number> {
  const ids = new Map<string, number>();
  if (!Array.isArray(list)) return ids;
  list.forEach((entry, index) => {
    if (typeof entry !== 'string' || !isUuid(entry) || isPlaceholder(entry)) return;
    const id = entry.toLowerCase();
    if (!ids.has(id)) ids.set(id, index);
  });
  return ids;
}
