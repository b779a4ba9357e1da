import { isObject, type Json, type JsonObject } from '../schemas/json.ts';
import {
  between,
  type Check,
  either,
  fieldsOf,
  isBase64,
  isBlank,
  isFlag,
  isStart,
  isText,
  isTimeZone,
  isUuid,
  isWhole,
  listOf,
  numberOrText,
  oneOf,
} from './checks.ts';

/**
 * Whether the API would read this body as a job. A body it does not read is answered with error 2501.
 *
 * It is a reading of the release notes and the API guide of its own, apart from the schema and the rules, so that each
 * can catch the other out. Null counts as absent, unknown fields are let through, and of the fields that the server
 * sets itself only those are judged that an update may carry back. `presentStatus` is the status of the job that is
 * updated: an update is the body as GET gives it, so a run state such as `Prepared` is taken when the job is in it.
 */
export function isReadable(body: Json, presentStatus?: string): body is JsonObject {
  return (
    JOB(body) &&
    REQUIRED.every((name) => !isMissing(body[name])) &&
    (body.scheduleType === 'On-demand' || !isMissing(body.startDateTime)) &&
    statusIsReadable(body.status ?? null, presentStatus) &&
    fitsHours(body.timeout, body.timeoutUnit, 168) &&
    fitsHours(body.downloadRandomizeTime, body.downloadRandomizeTimeUnit, 2)
  );
}

/** Whether these fields of a job, without the rest of it, are of the kinds that the API reads. */
export function areReadableFields(fields: Json): fields is JsonObject {
  return JOB(fields);
}

/** The ids of `{"ids": […]}`, the body of a deletion and of a change of status; null when it is none. */
export function readIds(body: Json): string[] | null {
  if (!isObject(body) || !Array.isArray(body.ids) || body.ids.length === 0) return null;
  const ids = body.ids.filter((id): id is string => isUuid(id));
  return ids.length === body.ids.length ? ids : null;
}

/** Mandatory for a create: `type` by the release notes' table, the others by the API guide. */
const REQUIRED = ['name', 'platform', 'type', 'scheduleType'] as const;

const orBlank = (check: Check): Check => either(check, isBlank);
const uuids = listOf(isUuid);
const unit = oneOf('HOURS', 'MINUTES');
const queryType = between(0, 2);
const deferment = fieldsOf({ count: isWhole, interval: isWhole, intervalUnit: isText });
const messages = { userMessage: isText, description: isText };

const action = fieldsOf({
  actionId: orBlank(isUuid),
  action: oneOf('Run Script', 'Install Software', 'Change Registry Key', 'Uninstall Software'),
  actionType: oneOf('predeploy', 'postdeploy'),
  params: fieldsOf({
    actionItem: isText,
    timeout: isWhole,
    downloadURL: isText,
    downloadProtocol: isWhole,
    installMethod: isWhole,
    fileChecksum: isText,
  }),
  script: isBase64,
  scriptType: oneOf('ps', 'sh', ''),
  defaultScriptType: isText,
  detectionScript: isText,
  detectionScriptType: oneOf('ps', 'sh', ''),
});

const JOB = fieldsOf({
  id: orBlank(isUuid),
  name: isText,
  description: isText,
  platform: oneOf('Windows', 'Linux'),
  type: oneOf('Install', 'Rollback'),
  status: isText,
  assetIds: uuids,
  assetTagIds: uuids,
  matchAllTagIds: uuids,
  exclusionAssetIds: uuids,
  exclusionTagIds: uuids,
  coAuthorUserIds: uuids,
  approvedPatches: uuids,
  filterType: oneOf('Any', 'All', ''),
  exclusionFilterType: oneOf('Any', 'All', ''),
  scheduleType: oneOf('On-demand', 'Once', 'Daily', 'Weekly', 'Monthly'),
  startDateTime: orBlank(isStart),
  recurring: isFlag,
  recurringWeekDays: orBlank((value) => typeof value === 'string' && /^[01](,[01]){6}$/.test(value)),
  dayOfMonth: between(0, 31),
  recurringDayOfMonth: between(1, 5),
  recurringWeekDayOfMonth: between(0, 6),
  recurringLastDayOfMonth: isFlag,
  monthlyRecurringType: numberOrText(0, 1),
  patchTuesdayPlusXDays: between(-27, 27),
  timezoneType: oneOf('SPECIFIC_TZ', 'AGENT_TZ', ''),
  timezone: orBlank(isTimeZone),
  timeout: either(oneOf(-1), between(1, 10_080)),
  timeoutUnit: orBlank(unit),
  downloadRandomizeTime: between(0, 120),
  downloadRandomizeTimeUnit: orBlank(unit),
  opportunisticDownloads: isFlag,
  isDynamicPatchesQQL: isFlag,
  dynamicPatchesQQL: isText,
  dynamicQQLType: queryType,
  additionalDynamicPatchesQQL: isText,
  additionalDynamicQQLType: orBlank(numberOrText(0, 2)),
  linkedJobId: orBlank(isUuid),
  chainedJobRule: listOf(
    fieldsOf({
      field: oneOf('postDeployAction'),
      actionIds: uuids,
      threshold: numberOrText(1, 100),
      condition: isText,
    }),
  ),
  minimizeWindow: oneOf(true, false, 'true', 'false', ''),
  continueOnPatchFailure: isFlag,
  customPatchURLId: isWhole,
  isVulnContext: isFlag,
  preDeployment: fieldsOf({ ...messages, deferment }),
  duringDeployment: fieldsOf(messages),
  postDeployment: fieldsOf({
    suppressReboots: isFlag,
    rebootHonorOnUserLogin: isFlag,
    rebootOption: fieldsOf({ ...messages, deferment }),
    rebootCountdown: fieldsOf({ ...messages, interval: isWhole, intervalUnit: isText }),
    onComplete: fieldsOf({ ...messages, alwaysShowCompletedPrompt: isFlag }),
  }),
  notification: fieldsOf({
    notificationTypes: fieldsOf({ email: isFlag }),
    notificationConfigs: fieldsOf({ recipientEmails: isText, completedPercentage: orBlank(numberOrText(1, 100)) }),
    notificationEvents: fieldsOf({ onJobStart: isFlag, onJobComplete: isFlag }),
  }),
  preDeployActions: listOf(action),
  postDeployActions: listOf(action),
});

function isMissing(value: Json | undefined): boolean {
  return value === undefined || value === null || isBlank(value);
}

function statusIsReadable(status: Json, presentStatus: string | undefined): boolean {
  return isMissing(status) || status === 'Enabled' || status === 'Disabled' || status === presentStatus;
}

/** A span in hours has a smaller limit than one in minutes, which the table has. */
function fitsHours(span: Json | undefined, spanUnit: Json | undefined, most: number): boolean {
  return spanUnit !== 'HOURS' || typeof span !== 'number' || span <= most;
}
