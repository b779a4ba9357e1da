import type { Json, JsonObject } from '../../schemas/json.ts';
import type { StoredJob } from './fields.ts';

/**
 * A job as a list shows it: fewer fields and other names than the whole job has, so no body for an update. The fields are
 * those that the public Python SDK reads; tags come with their names, exclusion tags as bare ids.
 */
export function summaryOf(job: StoredJob, references: number, tagName: (id: Json) => string | null): JsonObject {
  const tagIds = Array.isArray(job.assetTagIds) ? job.assetTagIds : [];
  return {
    ...same(job),
    tags: tagIds.map((id) => ({ id, name: tagName(id) })),
    exclusionTags: job.exclusionTagIds ?? null,
    matchAllTags: job.matchAllTagIds ?? null,
    created: job.createdBy ?? null,
    updated: job.updatedBy ?? null,
    deleted: false,
    category: job.jobCategory ?? null,
    triggerStatus: job.jobTriggerStatus ?? null,
    isRecurring: job.recurring ?? null,
    linkedJobReferenceCount: references,
    nextScheduleDateTime: null,
    lastScheduleDateTime: null,
  };
}

const SAME_NAMES = [
  ...['customerId', 'id', 'schemaVersion', 'name', 'platform', 'type', 'status', 'subCategory', 'scheduleType'],
  ...['startDateTime', 'timezoneType', 'timezone', 'coAuthorUserIds', 'exclusionAssetIds', 'filterType'],
  ...['exclusionFilterType', 'dynamicQQLType', 'isDynamicPatchesQQL', 'dynamicPatchesQQL', 'linkedJobId'],
  ...['patchCount', 'assetCount', 'taggedAssetCount', 'applicableAssetCount', 'totalAssetCount', 'jobSource'],
  ...['readOnly', 'completionPercent', 'isVulnContext', 'isAssetImported', 'remediationQids'],
];

function same(job: StoredJob): JsonObject {
  return Object.fromEntries(SAME_NAMES.map((name) => [name, job[name] ?? null]));
}
