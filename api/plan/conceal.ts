import { isObject, type Json } from '../../schemas/json.ts';
import { maskedAddress } from '../../schemas/masked-address.ts';
import { isPacked, isScriptLike } from '../../schemas/script-like.ts';
import { fingerprint } from '../fingerprint.ts';
import { isScriptField, isScriptText } from '../job/scripts.ts';

/** The field whose value is an address. */
export const ADDRESS = 'downloadURL';

/** A value with every script in it by its fingerprint, wherever it stands, and no password in an address. */
export function concealed(value: Json | undefined, key = ''): Promise<Json | undefined> {
  return withSecrets(value, key, {
    script: fingerprintOf,
    address: maskedAddress,
  });
}

/** What stands in the place of a secret; undefined and null both say that there is none. */
interface Places {
  script(value: Json): Promise<Json | undefined>;
  address(text: string): string;
}

/** A value with something else in the place of each script and address. `key`: of the value, or of the list that it is in. */
export async function withSecrets(value: Json | undefined, key: string, places: Places): Promise<Json | undefined> {
  if (value === undefined) return undefined;
  if (isScriptField(key) || (typeof value === 'string' && isScriptLike(value, key))) return places.script(value);
  if (key === ADDRESS && typeof value === 'string') return places.address(value);
  if (Array.isArray(value))
    return Promise.all(value.map(async (entry) => (await withSecrets(entry, key, places)) ?? null));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(async ([name, inner]): Promise<[string, Json]> => {
    return [shownKey(name), (await withSecrets(inner, name, places)) ?? null];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** A key as it is shown: a script can have come to stand as one. */
export function shownKey(key: string): string {
  return isPacked(key) ? 'a key that looks like a script' : key;
}

/** A script by its fingerprint; a server path tells nothing of what is there. */
export async function fingerprintOf(value: Json | undefined): Promise<Json | undefined> {
  if (isScriptText(value)) return { ...(await fingerprint(value)) };
  return value === undefined || value === null || typeof value === 'string' ? undefined : 'something that is no script';
}
