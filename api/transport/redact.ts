/** What stands for something that must not be shown. */
const HIDDEN = '…';

const LONGEST = 500;

const SECRETS: readonly RegExp[] = [
  /\b(?:Bearer|Basic)\s+\S+/gi,
  /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g,
  /(?<=:\/\/)[^\s/@]+@/g,
  /\b(?:password|token|authorization)\b["']?\s*[=:]\s*["']?[^\s"'&,}]+/gi,
  // Base64 of some length may be a script.
  /[A-Za-z0-9+/]{48,}={0,2}/g,
];

/** Takes tokens, passwords and script bodies out of a text that comes from elsewhere, and shortens it. */
export function redact(text: string, known: readonly string[] = []): string {
  let result = text;
  for (const secret of known)
    if (secret.length > 2) for (const spelling of spellings(secret)) result = result.replaceAll(spelling, HIDDEN);
  for (const pattern of SECRETS) result = result.replaceAll(pattern, HIDDEN);
  return result.length > LONGEST ? `${result.slice(0, LONGEST)}${HIDDEN}` : result;
}

/** As it is, in JSON, in a form, and in an address; the hexadecimal digits of the last two in either case. */
function spellings(secret: string): Set<string> {
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const address = form.replaceAll('+', '%20');
  // What encodeURIComponent leaves as it is, and a form does not.
  const encoded = [form, address, address.replaceAll(/%(?:21|27|28|29|7E)/g, decodeURIComponent)];
  const inSmallLetters = encoded.map((text) => text.replaceAll(/%[\dA-F]{2}/g, (byte) => byte.toLowerCase()));
  return new Set([secret, JSON.stringify(secret).slice(1, -1), ...encoded, ...inSmallLetters]);
}
