import { dayList, daysNamedIn, flagsOfDays } from '../domain/week-days.ts';
import { type ValueOffer, valueOffer } from './value-offers.ts';

/** Days by their names: those that somebody has typed, each day, and what people often choose. */
export function weekDayOffers(typed: string): ValueOffer[] {
  const named = daysNamedIn(typed);
  const several = named !== undefined && named.length > 1 ? [{ ...offerOf(named), search: typed }] : [];
  return [...several, ...USUAL.map(offerOf)];
}

const USUAL: readonly number[][] = [[1], [2], [3], [4], [5], [6], [0], [1, 2, 3, 4, 5], [0, 6], [0, 1, 2, 3, 4, 5, 6]];

function offerOf(days: readonly number[]): ValueOffer {
  const flags = flagsOfDays(days);
  const words = dayList(days);
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return {
    ...valueOffer(flags),
    label,
    mark: flags,
    search: `${label} ${flags}`,
    documentation: `\`"${flags}"\`: the flags of Sunday to Saturday.`,
  };
}
