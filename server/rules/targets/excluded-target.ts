import type { Json } from '../../../schemas/json.ts';
import { child, type Pointer } from '../../../schemas/pointer.ts';
import { isUuid } from '../../../schemas/uuid.ts';
import { isPlaceholder } from '../../domain/placeholder.ts';
import { fieldName, shown } from '../../words.ts';
import type { Finding, Job, Rule } from '../rule.ts';

const excludedTarget: Rule = {
  code: 'excluded-target',
  severity: 'warning',
  title: 'The same id is included and excluded',
  why: 'An exclusion wins: what the job seems to name is left alone.',
  source: 'inferred',
  check: (job) => [
    ...excluded(job, ['assetIds'], 'exclusionAssetIds', 'that asset'),
    ...(excludesTogether(job) ? [] : excluded(job, TAGS, 'exclusionTagIds', 'every asset with that tag')),
  ],
};
export default excludedTarget;

/** Tags of which an asset has one, or each: `filterType` says it of the first list. */
const TAGS = ['assetTagIds', 'matchAllTagIds'] as const;

/** With `All`, several tags exclude only what carries every one of them: the same tag on both sides makes sense. */
function excludesTogether({ value: { exclusionFilterType, exclusionTagIds } }: Job): boolean {
  if (exclusionFilterType !== 'All' || !Array.isArray(exclusionTagIds)) return false;
  return new Set(exclusionTagIds.filter(isRealId).map((id) => id.toLowerCase())).size > 1;
}

function excluded(job: Job, including: readonly string[], excluding: string, what: string): Finding[] {
  const exclusions = job.value[excluding];
  if (!Array.isArray(exclusions)) return [];
  return exclusions.flatMap((id, index): Finding[] => {
    if (!isRealId(id)) return [];
    const inclusion = inclusionOf(job, including, id);
    // An id that is excluded twice is told once, where it stands first.
    if (inclusion === undefined || job.idsOf(exclusions).indexOf(id) !== index) return [];
    const at = child(`/${excluding}`, index);
    const message = `${fieldName(at)} is ${shown(id)}, which ${fieldName(inclusion)} includes: the job leaves ${what} alone. Take it out of one of the lists.`;
    return [
      { at, part: 'value', message, related: [{ at: inclusion, part: 'value', message: 'It is included here.' }] },
    ];
  });
}

function inclusionOf(job: Job, including: readonly string[], id: string): Pointer | undefined {
  for (const key of including) {
    const list = job.value[key];
    const place = Array.isArray(list) ? job.idsOf(list).indexOf(id) : undefined;
    if (place !== undefined) return child(`/${key}`, place);
  }
  return undefined;
}

function isRealId(entry: Json): entry is string {
  return typeof entry === 'string' && isUuid(entry) && !isPlaceholder(entry);
}
