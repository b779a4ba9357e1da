import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { isScriptText, mapActions, mapValues, tidyBase64 } from './scripts.ts';
import { SCRIPT_FIELDS } from './server-fields.ts';

/** The lists of ids: their order means nothing, nor do capitals. */
const ID_LISTS: ReadonlySet<string> = new Set([
  'assetIds',
  'assetTagIds',
  'exclusionAssetIds',
  'exclusionTagIds',
  'matchAllTagIds',
  'coAuthorUserIds',
  'approvedPatches',
  'actionIds',
]);

/** The official samples and other clients write these as numbers and as text. */
const NUMBERS: ReadonlySet<string> = new Set([
  'threshold',
  'completedPercentage',
  'monthlyRecurringType',
  'patchTuesdayPlusXDays',
  'dynamicQQLType',
  'additionalDynamicQQLType',
]);

/** One spelling for what the API takes and gives in several. */
export function spellAlike(job: JsonObject): JsonObject {
  const spelled = mapValues(job, (value, key) => spell(value, key));
  return mapActions(spelled, (action) =>
    mapValues(action, (value, key) =>
      SCRIPT_FIELDS.some((name) => name === key) && isScriptText(value) ? tidyBase64(value) : value,
    ),
  );
}

/** Is that a list of ids, in which order means nothing? */
export function isIdList(key: string): boolean {
  return ID_LISTS.has(key);
}

/** `Prepared` is how a job that was enabled looks while it waits (inferred). */
export function askedStatus(status: Json): Json {
  return status === 'Prepared' ? 'Enabled' : status;
}

function spell(value: Json, key: string): Json {
  if (key === 'status') return askedStatus(value);
  if (ID_LISTS.has(key) && Array.isArray(value)) return asSet(value);
  if (NUMBERS.has(key) && typeof value === 'string' && /^-?\d{1,9}$/.test(value)) return Number(value);
  if (key === 'linkedJobId' && typeof value === 'string') return value.toLowerCase();
  // The API guide has an hour without its zero too.
  if (key === 'startDateTime' && typeof value === 'string') return value.replace(/ (\d:)/, ' 0$1');
  if (key === 'minimizeWindow' && (value === 'true' || value === 'false')) return value === 'true';
  if (isObject(value)) return mapValues(value, spell);
  if (Array.isArray(value)) return value.map((entry) => (isObject(entry) ? mapValues(entry, spell) : entry));
  return value;
}

function asSet(list: Json[]): Json[] {
  const spelled = list.map((entry) => (typeof entry === 'string' ? entry.toLowerCase() : entry));
  return spelled.every((entry) => typeof entry === 'string') ? [...new Set(spelled)].sort() : spelled;
}
