import type { Json, JsonObject } from '../schemas/json.ts';
import { isObject } from '../schemas/json.ts';
import type { ScriptFingerprint } from './plan/plan.ts';

/** SHA-256 as lower-case hexadecimal. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What may be shown of a script. Text that is no base64 is taken as it is. */
export async function fingerprint(base64: string): Promise<ScriptFingerprint> {
  const bytes = scriptBytes(base64);
  const breaks = bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);
  const unended = bytes.length > 0 && bytes[bytes.length - 1] !== 0x0a ? 1 : 0;
  return { sha256: await sha256(bytes), length: bytes.length, lines: breaks + unended };
}

/** JSON with the keys of every object in one order: equal values give equal texts. */
export function stableText(value: Json): string {
  return JSON.stringify(value, (_, part: Json) => (isObject(part) ? sorted(part) : part));
}

function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The bytes of a script. Text that is no base64 is taken as it is. */
export function scriptBytes(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new TextEncoder().encode(base64);
  }
}
