import { nearest } from '../schema/nearest.ts';
import { zonesCalled } from './zone-names.ts';

/**
 * Whether the platform knows a zone of this name: an IANA name. Three-letter names and offsets such as `EST` and `GMT+1`,
 * which a browser accepts too, are not what the interface offers.
 */
export function isTimeZone(name: string): boolean {
  if (name === 'UTC') return true;
  if (!/^[A-Z][A-Za-z_]*(\/[A-Za-z0-9_+-]+)+$|^[A-Z][a-z]{3,}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

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

/** `Intl` leaves `UTC` out of its list. */
export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}

function lastPart(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}
