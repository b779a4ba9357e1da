import { todaysName } from './time-zone.ts';

/**
 * The zones of the countries whose English name begins with a text: "Germ" gives Europe/Berlin and Europe/Busingen. Empty
 * for less than four letters, and where the platform does not know which country has which zone.
 */
export function zonesOfCountries(typed: string): ReadonlySet<string> {
  const wanted = typed.trim().toLowerCase();
  const zones = new Set<string>();
  if (wanted.length < 4) return zones;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const region = first + second;
      if (names.of(region)?.toLowerCase().startsWith(wanted))
        for (const zone of zonesIn(region)) zones.add(todaysName(zone));
    }
  }
  return zones;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A method in today's platforms, a property in those of some years ago. */
interface KnowsZones {
  getTimeZones?: () => string[] | undefined;
  timeZones?: string[] | undefined;
}

function zonesIn(region: string): string[] {
  const locale: Intl.Locale & KnowsZones = new Intl.Locale(`und-${region}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
