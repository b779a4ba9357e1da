import { nearest } from '../schema/nearest.ts';

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

const IANA_NAME = /^[A-Z][A-Za-z_]*(\/[A-Za-z0-9_+-]+)+$|^[A-Z][a-z]{3,}$/;

/** At most three zones that were likely meant, by the city's name or by the spelling of the whole; the likeliest first. */
export function zonesNear(name: string): string[] {
  const zones = timeZones();
  const wanted = name.trim().replaceAll(' ', '_').toLowerCase();
  const city = zones.filter((zone) => lastPart(zone).toLowerCase() === wanted);
  return city.length > 0 ? city.slice(0, 3) : nearest(name, zones).slice(0, 3);
}

/** `Intl` leaves `UTC` out of its list. */
export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}

function lastPart(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}
