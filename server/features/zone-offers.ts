import { nearness, type ZoneEntry, zoneDirectory } from '../domain/zone-directory.ts';
import type { Facts } from '../facts.ts';
import { type ValueOffer, valueOffer } from './value-offers.ts';

/** Every time zone, found by its city, its offset, its name in words or its former name; what is typed comes first. */
export function zoneOffers(typed: string, { now = 0, readerZone }: Facts): ValueOffer[] {
  const weight = (entry: ZoneEntry): number => {
    const near = nearness(typed, entry);
    if (near !== undefined) return near;
    return entry.zone === 'UTC' ? 2 : entry.zone === readerZone ? 3 : 4;
  };
  return zoneDirectory(now)
    .map((entry) => ({ entry, weight: weight(entry) }))
    .sort((one, other) => one.weight - other.weight)
    .map(({ entry }) => offerOf(entry));
}

function offerOf({ zone, offset, name, former }: ZoneEntry): ValueOffer {
  const isNamed = !name.startsWith('GMT') && zone !== 'UTC';
  const words = zone === 'UTC' ? 'default' : isNamed ? `UTC${offset} ${name}` : `UTC${offset}`;
  return {
    ...valueOffer(zone),
    mark: words,
    search: [zone, offset, `UTC${offset}`, ...(isNamed ? [name] : []), ...(former === undefined ? [] : [former])].join(
      ' ',
    ),
  };
}
