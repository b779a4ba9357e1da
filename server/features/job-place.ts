import { type Field, fieldAt } from '../../schemas/fields.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { type Pointer, parent, segments, valueAt } from '../../schemas/pointer.ts';
import { longestSpread } from '../domain/patch-window.ts';
import { QUERY_FIELDS } from '../domain/query.ts';
import { USED_BY } from '../domain/schedule-fields.ts';

/** A place in a job that somebody writes: what fits there depends on the rest of the job. */
export interface JobPlace {
  pointer: Pointer;
  field: Field;
  job: JsonObject;
}

/** Why this job does not use the field, in two or three words; undefined where it may. */
export function misfit({ pointer, field, job }: JobPlace): string | undefined {
  if (field.platform !== undefined && isOtherPlatform(field.platform, job)) return `${field.platform} only`;
  if (isOfDownload(field.name) && valueAt(job, `${parent(parent(pointer))}/action`) === 'Run Script')
    return 'Install Software only';
  if (parent(pointer) !== '') return undefined;
  if (job.type === 'Rollback' && isQuery(field.name)) return 'not in a Rollback job';
  if (field.name === 'timezone' && job.timezoneType === 'AGENT_TZ') return 'SPECIFIC_TZ only';
  const users = USED_BY[field.name];
  if (users === undefined || typeof job.scheduleType !== 'string' || job.scheduleType === '') return undefined;
  if (users.includes(job.scheduleType)) return undefined;
  return users.length === 1 ? `${users[0]} only` : `not for ${job.scheduleType}`;
}

/** What an action downloads and installs; of these the release notes' Run Script actions have none. */
function isOfDownload(name: string): boolean {
  return ['downloadURL', 'downloadProtocol', 'installMethod', 'fileChecksum'].includes(name);
}

/** Why a value does not suit this job, though the field allows it; undefined where it does. */
export function misfitOfValue(value: Json, { pointer, field, job }: JobPlace): string | undefined {
  const platform = platformOfEntry(field, value);
  if (platform !== undefined && isOtherPlatform(platform, job)) return `${platform} only`;
  if (startsAtOnce(value, pointer, job)) return 'starts at once';
  if (field.name === 'actionType') {
    const list = segments(pointer)[0];
    if (value === 'predeploy' && list === 'postDeployActions') return 'for preDeployActions';
    if (value === 'postdeploy' && list === 'preDeployActions') return 'for postDeployActions';
  }
  return undefined;
}

/** An On-demand job that is Enabled runs as soon as it is pushed: nobody gets that by taking the first offer. */
function startsAtOnce(value: Json, pointer: Pointer, job: JsonObject): boolean {
  return (
    (pointer === '/scheduleType' && value === 'On-demand' && job.status === 'Enabled') ||
    (pointer === '/status' && value === 'Enabled' && job.scheduleType === 'On-demand')
  );
}

/**
 * Whether the value would be wrong here: a unit in which the number beside it is too large, a number too large for its
 * unit, a window too short for the spread of the downloads or the other way round, nothing where the schedule needs something.
 */
export function isRefused(value: Json, { pointer, field, job }: JobPlace): boolean {
  if (value === null) return parent(pointer) === '' && USED_BY[field.name]?.includes(String(job.scheduleType)) === true;
  const beside = valueAt(job, parent(pointer));
  if (!isObject(beside)) return false;
  if (parent(pointer) === '' && leavesNoRoom({ ...job, [field.name]: value }) && !leavesNoRoom(job)) return true;
  if (typeof value === 'number') return value > maximumOf(field, beside);
  const measured = fieldAt(parent(pointer))?.children.filter(({ range }) => range?.unit === field.name) ?? [];
  return measured.some(({ name, range }) => {
    const number = beside[name];
    return typeof number === 'number' && number > (range?.maximumByUnit?.[String(value)] ?? Number.POSITIVE_INFINITY);
  });
}

function leavesNoRoom(job: JsonObject): boolean {
  const { downloadRandomizeTime: spread } = job;
  const longest = longestSpread(job, job.timeout);
  return typeof spread === 'number' && longest !== undefined && spread > longest;
}

/** The platform that a block is for, by the script that it runs or a field that it sets; undefined where it serves both. */
export function platformOfBody(body: Json, field: Field): 'Windows' | 'Linux' | undefined {
  if (Array.isArray(body)) return field.item && body[0] !== undefined ? platformOfBody(body[0], field.item) : undefined;
  if (!isObject(body)) return undefined;
  for (const child of field.children) {
    const value = body[child.name];
    const platform = value === undefined ? undefined : (platformOfEntry(child, value) ?? platformOfBody(value, child));
    if (platform !== undefined) return platform;
  }
  return undefined;
}

export function isOtherPlatform(platform: 'Windows' | 'Linux', { platform: own }: JsonObject): boolean {
  return (own === 'Windows' || own === 'Linux') && own !== platform;
}

function platformOfEntry(field: Field, value: Json): 'Windows' | 'Linux' | undefined {
  if (field.name !== 'scriptType' && field.name !== 'detectionScriptType') return field.platform;
  return value === 'ps' ? 'Windows' : value === 'sh' ? 'Linux' : undefined;
}

function isQuery(name: string): boolean {
  return QUERY_FIELDS.some((key) => key === name);
}

function maximumOf({ range }: Field, beside: JsonObject): number {
  const unit = range?.unit === undefined ? undefined : beside[range.unit];
  const byUnit = typeof unit === 'string' ? range?.maximumByUnit?.[unit] : undefined;
  return byUnit ?? range?.maximum ?? Number.POSITIVE_INFINITY;
}
