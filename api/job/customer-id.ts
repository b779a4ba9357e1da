import type { JsonObject } from '../../schemas/json.ts';

/** The subscription that a job says it belongs to, in lower case: it is one UUID however it is spelt; undefined where it says none. */
export function customerIdOf({ customerId }: JsonObject): string | undefined {
  return typeof customerId === 'string' && customerId !== '' ? customerId.toLowerCase() : undefined;
}
