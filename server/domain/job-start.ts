import type { JsonObject } from '../../schemas/json.ts';
import { readStart } from './start-date-time.ts';
import { isUpdate } from './update.ts';
import { midnight, type WallTime, type ZoneClock, zoneClock } from './wall-time.ts';

/** When a job starts first, and in whose time. */
export interface JobStart {
  wall: WallTime;
  /** The clock of the zone; absent where each machine has its own, or the file does not say what the platform holds. */
  clock?: ZoneClock;
}

/** The start of a job that is not On-demand; undefined where it is absent or cannot be read, or the zone is none. */
export function startOf(job: JsonObject): JobStart | undefined {
  const { scheduleType, startDateTime } = job;
  if (scheduleType === 'On-demand' || typeof startDateTime !== 'string') return undefined;
  const wall = wallTimeOf(startDateTime);
  if (wall === undefined) return undefined;
  const zone = zoneOf(job);
  if (zone === undefined) return { wall };
  const clock = zoneClock(zone);
  return clock && { wall, clock };
}

/** What a job names as its zone and is none, so that its start has no moment; undefined where the zone is right or left open. */
export function unknownZoneOf(job: JsonObject): string | undefined {
  const zone = zoneOf(job);
  return zone === undefined || zoneClock(zone) !== undefined ? undefined : zone;
}

/** The platform fills in SPECIFIC_TZ and UTC on a create (release notes); an update keeps what it leaves out. */
function zoneOf(job: JsonObject): string | undefined {
  const { timezoneType, timezone } = job;
  if (timezoneType === 'AGENT_TZ') return undefined;
  if (typeof timezone === 'string' && timezone !== '') return timezone;
  return isUpdate(job) ? undefined : 'UTC';
}

/** A right `startDateTime` as a wall time. */
function wallTimeOf(text: string): WallTime | undefined {
  if (readStart(text).kind !== 'right') return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (text.match(/\d+/g) ?? []).map(Number);
  const hours = (hour % 12) + (text.endsWith('PM') ? 12 : 0);
  return midnight(year, month - 1, day) + ((hours * 60 + minute) * 60 + second) * 1000;
}
