import { shown } from '../words.ts';

/** An address as a sentence shows it: a password, and what looks like a key in its query, never get there. */
export function shownAddress(address: string): string {
  return shown(address.replace(PASSWORD, ':…@').replace(KEY_IN_QUERY, '$1…'));
}

/** From a colon that no slash follows to the last @: also where the address is broken so that no reader finds its parts. */
const PASSWORD = /:(?!\/).*@/s;
const KEY_IN_QUERY = /([?&][\w-]*(?:sig|key|token|secret|pass|pwd|auth|cred)[\w-]*=)[^&#]*/gi;
