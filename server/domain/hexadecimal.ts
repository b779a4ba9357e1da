import { isUuid } from '../../schemas/uuid.ts';
import { counted } from '../words.ts';

/** What keeps a text from being a UUID, by its shape alone: the vendor's own ids break the version rules. */
export function faultOfUuid(text: string): string | undefined {
  if (isUuid(text)) return undefined;
  if (text.length !== 36) return `${counted(text.length, 'character')}, a UUID has 36`;
  const strange = /[^0-9a-f-]/i.exec(text)?.[0];
  if (strange !== undefined) return `"${strange}" is no hexadecimal digit (0-9, a-f)`;
  return 'a UUID has groups of 8, 4, 4, 4 and 12 digits with a hyphen between';
}

/** What keeps a text from being a SHA-256 checksum. */
export function faultOfChecksum(text: string): { why: string; right?: string } | undefined {
  const strange = /[^0-9a-f]/i.exec(text)?.[0];
  if (strange !== undefined) return { why: `"${strange}" is no hexadecimal digit (0-9, a-f)` };
  if (text.length !== 64) return { why: `${counted(text.length, 'character')}, a SHA-256 checksum has 64` };
  if (text !== text.toLowerCase()) return { why: 'checksums are written in lower case', right: text.toLowerCase() };
  return undefined;
}
