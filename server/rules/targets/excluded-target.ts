import type { Json } from '../../../schemas/json.ts';
import { child } from '../../../schemas/pointer.ts';
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
    ...excluded(job, 'assetIds', 'exclusionAssetIds', 'that asset'),
    ...(excludesTogether(job) ? [] : excluded(job, 'assetTagIds', 'exclusionTagIds', 'every asset with that tag')),
  ],
};
export default excludedTarget;

/** With `All`, several tags exclude only what carries every one of them: the same tag on both sides makes sense. */
function excludesTogether({ value: { exclusionFilterType, exclusionTagIds } }: Job): boolean {
  if (exclusionFilterType !== 'All' || !Array.isArray(exclusionTagIds)) return false;
  return new Set(exclusionTagIds.filter(isRealId).map((id) => id.toLowerCase())).size > 1;
}

function excluded(job: Job, including: string, excluding: string, what: string): Finding[] {
  const inclusions = job.value[including];
  const exclusions = job.value[excluding];
  if (!Array.isArray(inclusions) || !Array.isArray(exclusions)) return [];
  const included = job.idsOf(inclusions);
  return exclusions.flatMap((id, index): Finding[] => {
    if (!isRealId(id)) return [];
    const place = included.indexOf(id);
    // An id that is excluded twice is told once, where it stands first.
    if (place === undefined || job.idsOf(exclusions).indexOf(id) !== index) return [];
    const at = child(`/${excluding}`, index);
    const inclusion = child(`/${including}`, place);
    const message = `${fieldName(at)} is ${shown(id)}, which ${fieldName(inclusion)} includes: the job leaves ${what} alone. Take it out of one of the lists.`;
    return [
      { at, part: 'value', message, related: [{ at: inclusion, part: 'value', message: 'It is included here.' }] },
    ];
  });
}

function isRealId(entry: Json): entry is string {
  return typeof entry === 'string' && isUuid(entry) && !isPlaceholder(entry);
}
