import { maskedAddress } from '../../schemas/masked-address.ts';
import { shown } from '../words.ts';

/** An address as a sentence shows it: a password, and what looks like a key in its query, never get there. */
export function shownAddress(address: string): string {
  return shown(maskedAddress(address));
}
