import { nearest } from '../schema/nearest.ts';
import { zonesCalled } from './zone-names.ts';

/**
 * Whether the platform knows a zone of this name: an IANA name. Three-letter names and offsets such as `EST` and `GMT+1`,
 * which a browser accepts too, are not what the interface offers.
 */
export function isTimeZone(name: string): boolean {
  return name === 'UTC' || formatIn(name, {}) !== undefined;
}

/** A format for times in a zone; undefined where there is no such zone. It costs some 50 microseconds to make. */
export function formatIn(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | undefined {
  if (name !== 'UTC' && !IANA_NAME.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: name });
  } catch {
    return undefined;
  }
}

const IANA_NAME =
  /^[A-Z][A-Za-z_]*(\/[A-Za-z0-9_+-]+)+$|^[A-Z][a-z]{3,}$|^[A-Z]{2}(-[A-Za-z]+)?$|^W-SU$|^[A-Z]{3}\d[A-Z]{3}$/;

/**
 * At most three zones that were likely meant, the likeliest first: by what people and Windows call them, by the offset, by
 * the city's name, or by the spelling of the whole.
 */
export function zonesNear(name: string): string[] {
  const called = zonesCalled(name);
  if (called.length > 0) return called;
  const zones = timeZones();
  const wanted = name.trim().replaceAll(' ', '_').toLowerCase();
  const city = zones.filter((zone) => lastPart(zone).toLowerCase() === wanted);
  return city.length > 0 ? city.slice(0, 3) : nearest(name, zones).slice(0, 3);
}

/** The names of all zones as IANA has them today. `Intl` leaves `UTC` out, and lists some under a name of long ago. */
export function timeZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => {
    const today = todaysName(zone);
    return today !== zone && isTimeZone(today) ? today : zone;
  });
  return ['UTC', ...new Set(zones.filter((zone) => zone !== 'UTC').sort())];
}

/** The name that IANA has today for a zone, which a platform may still call as it was called long ago. */
export function todaysName(zone: string): string {
  return RENAMED.get(zone) ?? zone;
}

/** The name that a zone had before IANA renamed it. */
export function formerName(zone: string): string | undefined {
  for (const [former, today] of RENAMED) if (today === zone) return former;
  return undefined;
}

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Etc/UTC', 'UTC'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);

function lastPart(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}
