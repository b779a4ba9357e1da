import { zonesOfCountries } from '../domain/country-zones.ts';
import { nearness, type ZoneEntry, zoneDirectory } from '../domain/zone-directory.ts';
import { zonesCalled } from '../domain/zone-names.ts';
import type { Facts } from '../facts.ts';
import { type ValueOffer, valueOffer } from './value-offers.ts';

/**
 * Every time zone; those that are meant by what is typed come first: a city, an offset, a country, the zone's name in words,
 * its abbreviation (`EST`), or its former name.
 */
export function zoneOffers(typed: string, { now = 0, readerZone, zones }: Facts): ValueOffer[] {
  const ofCountry = zonesOfCountries(typed);
  const called = zonesCalled(typed);
  const weight = (entry: ZoneEntry): number => {
    if (called.includes(entry.zone)) return called.indexOf(entry.zone) - called.length;
    if (ofCountry.has(entry.zone)) return 0;
    const near = nearness(typed, entry);
    if (near !== undefined) return near + 1;
    return entry.zone === 'UTC' ? 3 : entry.zone === readerZone ? 4 : 5;
  };
  return (zones?.() ?? zoneDirectory(now))
    .map((entry) => ({ entry, weight: weight(entry) }))
    .sort((one, other) => one.weight - other.weight)
    .map(({ entry, weight: found }) => offerOf(entry, found < 3 ? typed : ''));
}

/** What is meant is found by what was typed, whatever an editor compares it with. */
function offerOf({ zone, offset, name, former }: ZoneEntry, typed: string): ValueOffer {
  const isNamed = !name.startsWith('GMT') && zone !== 'UTC';
  const words = zone === 'UTC' ? 'default' : isNamed ? `UTC${offset} ${name}` : `UTC${offset}`;
  const known = [typed, zone, offset, `UTC${offset}`, isNamed ? name : '', former ?? ''];
  return { ...valueOffer(zone), mark: words, search: known.filter((part) => part !== '').join(' ') };
}
