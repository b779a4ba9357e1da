import type { Json, JsonObject } from '../../schemas/json.ts';
import { keptActions } from './actions.ts';
import { keptChain } from './chain.ts';
import { notification, postDeployment, texts, textsWithDeferment } from './messages.ts';

/**
 * A job as the sandbox keeps it: the 72 fields of an answer, in its order, but with each action's base64 script, and with
 * `chainedJobRule` where an answer has `linkedToJob`.
 */
export interface StoredJob extends JsonObject {
  id: string;
  name: string;
  platform: string;
  status: string;
}

export interface User {
  id: string;
  name: string;
}

/** What a job is made from: a readable body and the circumstances in which it arrived. `before` is null for a create. */
export interface Arrival {
  body: JsonObject;
  id: string;
  customerId: string;
  before: StoredJob | null;
  by: User;
  now: Date;
  applicableAssetCount: number;
}

/**
 * The job that the server makes of a body. What the body leaves out gets what a create without it gets, on an update
 * too: whether the real server replaces or merges is not documented, and this one is the harsh kind.
 */
export function storedJob(arrival: Arrival): StoredJob {
  const fields = Object.fromEntries(Object.entries(FIELDS).map(([name, fill]) => [name, fill(arrival, name)]));
  const { name, platform } = arrival.body;
  return {
    ...fields,
    id: arrival.id,
    name: String(name),
    platform: String(platform),
    status: String(arrival.body.status || 'Disabled'),
  };
}

/** The names of the fields that a kept job has, in order. */
export function storedFieldNames(): string[] {
  return Object.keys(FIELDS);
}

type Fill = (arrival: Arrival, name: string) => Json;

const nothing: Fill = () => null;
const asSent: Fill = ({ body }, name) => body[name] ?? null;

function orElse(absent: Json): Fill {
  return ({ body }, name) => {
    const sent = body[name] ?? '';
    return sent === '' ? absent : sent;
  };
}

function always(value: Json): Fill {
  return () => value;
}

const FIELDS: Readonly<Record<string, Fill>> = {
  customerId: ({ customerId }) => customerId,
  id: ({ id }) => id,
  schemaVersion: always('1.0'),
  name: asSent,
  type: asSent,
  status: asSent,
  assetIds: asSent,
  assetTagIds: asSent,
  matchAllTagIds: asSent,
  exclusionTagIds: asSent,
  exclusionAssetIds: asSent,
  coAuthorUserIds: asSent,
  approvedPatches: asSent,
  disabledPatches: nothing,
  patchCount: ({ body }) => (Array.isArray(body.approvedPatches) ? body.approvedPatches.length : 0),
  scheduleType: asSent,
  startDateTime: ({ body, now }) => body.startDateTime || twelveHourTime(now),
  recurring: asSent,
  recurringWeekDays: asSent,
  dayOfMonth: asSent,
  recurringDayOfMonth: asSent,
  recurringWeekDayOfMonth: asSent,
  timezoneType: orElse('SPECIFIC_TZ'),
  timezone: orElse('UTC'),
  timeout: asSent,
  timeoutUnit: asSent,
  preDeployment: ({ body }) => textsWithDeferment(body.preDeployment),
  duringDeployment: ({ body }) => texts(body.duringDeployment),
  postDeployment: ({ body }) => postDeployment(body.postDeployment),
  description: asSent,
  createdBy: ({ before, by, now }) => before?.createdBy ?? stamp(by, now),
  updatedBy: ({ before, by, now }) => (before ? stamp(by, now) : noStamp()),
  deletedBy: ({ before }) => (before ? null : noStamp()),
  assetCount: nothing,
  opportunisticDownloads: asSent,
  filterType: orElse('Any'),
  exclusionFilterType: orElse('Any'),
  taggedAssetCount: always(0),
  minimizeWindow: ({ body }) => flag(body.minimizeWindow),
  dynamicPatchesQQL: asSent,
  isDynamicPatchesQQL: orElse(false),
  dynamicQQLType: asSent,
  platform: asSent,
  continueOnPatchFailure: orElse(false),
  preDeployActions: ({ body, before }) => keptActions(body.preDeployActions, 'predeploy', before !== null),
  postDeployActions: ({ body, before }) => keptActions(body.postDeployActions, 'postdeploy', before !== null),
  applicableAssetCount: ({ applicableAssetCount }) => applicableAssetCount,
  monthlyRecurringType: asSent,
  patchTuesdayPlusXDays: asSent,
  recurringLastDayOfMonth: asSent,
  jobCategory: always(3),
  jobTriggerStatus: nothing,
  completionPercent: nothing,
  totalAssetCount: nothing,
  assetResultReceivedCount: nothing,
  jobSource: always(3),
  readOnly: always(false),
  notification: ({ body }) => notification(body.notification),
  linkedJobId: asSent,
  chainedJobRule: ({ body, before }) => keptChain(body.chainedJobRule, before !== null),
  linkedJobs: nothing,
  jobStartCountdown: nothing,
  passwordAction: nothing,
  subCategory: always('Patch'),
  additionalDynamicQQLType: asSent,
  additionalDynamicPatchesQQL: asSent,
  downloadRandomizeTime: orElse(0),
  downloadRandomizeTimeUnit: orElse('MINUTES'),
  customPatchURLId: asSent,
  isVulnContext: ({ body, before }) => (before ? (body.isVulnContext ?? null) : null),
  remediationQids: ({ before }) => (before ? [] : null),
  isAssetImported: always(false),
};

/** Who did something, and when in milliseconds since 1970, as answers have it. */
export function stamp(by: User, now: Date): JsonObject {
  return { user: { id: by.id, name: by.name }, date: now.getTime() };
}

function noStamp(): JsonObject {
  return { user: null, date: null };
}

function flag(sent: Json | undefined): Json {
  return sent === '' || sent === undefined ? null : sent === 'true' || (sent === 'false' ? false : sent);
}

/** `2024-12-31 10:25:52 AM`, in UTC. */
function twelveHourTime(moment: Date): string {
  const [date, time = ''] = moment.toISOString().split('T');
  const hour = moment.getUTCHours();
  return `${date} ${String(hour % 12 || 12).padStart(2, '0')}${time.slice(2, 8)} ${hour < 12 ? 'AM' : 'PM'}`;
}
