/** An address without a password in it, and without what looks like a key in its query: fit to be shown and kept. */
export function maskedAddress(address: string): string {
  return address.replace(PASSWORD, ':\u2026@').replace(KEY_IN_QUERY, '$1\u2026');
}

/** From a colon that no slash follows to the last @: also where the address is broken so that no reader finds its parts. */
const PASSWORD = /:(?!\/).*@/s;
const KEY_IN_QUERY = /([?&][\w-]*(?:sig|key|token|secret|pass|pwd|auth|cred)[\w-]*=)[^&#]*/gi;
