import type { JsonObject } from '../../schemas/json.ts';
import { readStart } from './start-date-time.ts';
import { isTimeZone } from './time-zone.ts';
import { isUpdate } from './update.ts';
import type { WallTime } from './wall-time.ts';

/** When a job starts first, and in whose time. */
export interface JobStart {
  wall: WallTime;
  /** The zone's name; absent where each machine has its own, or the file does not say which one the platform holds. */
  zone?: string;
}

/** The start of a job that is not On-demand; undefined where it is absent or cannot be read, or the zone is none. */
export function startOf(job: JsonObject): JobStart | undefined {
  const { scheduleType, startDateTime } = job;
  if (scheduleType === 'On-demand' || typeof startDateTime !== 'string') return undefined;
  const wall = wallTimeOf(startDateTime);
  const zone = zoneOf(job);
  if (wall === undefined || zone === undefined) return undefined;
  return zone === EACH_ITS_OWN ? { wall } : { wall, zone };
}

const EACH_ITS_OWN = Symbol('the zone of each machine, or one that the file does not name');

/** The platform fills in SPECIFIC_TZ and UTC on a create (release notes); an update keeps what it leaves out. */
function zoneOf(job: JsonObject): string | typeof EACH_ITS_OWN | undefined {
  const { timezoneType, timezone } = job;
  if (timezoneType === 'AGENT_TZ') return EACH_ITS_OWN;
  if (typeof timezone === 'string' && timezone !== '') return isTimeZone(timezone) ? timezone : undefined;
  return isUpdate(job) ? EACH_ITS_OWN : 'UTC';
}

/** A right `startDateTime` as a wall time. */
function wallTimeOf(text: string): WallTime | undefined {
  if (readStart(text).kind !== 'right') return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, (hour % 12) + (text.endsWith('PM') ? 12 : 0), minute, second);
}
