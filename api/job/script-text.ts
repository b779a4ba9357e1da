import { scriptBytes } from '../fingerprint.ts';

/** The lines of a script that is kept as base64: UTF-8, or UTF-16 as PowerShell's editor writes it. */
export function scriptText(base64: string): string {
  const bytes = scriptBytes(base64);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
