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
  for (const secret of known) if (secret.length > 2) result = result.replaceAll(secret, HIDDEN);
  for (const pattern of SECRETS) result = result.replaceAll(pattern, HIDDEN);
  return result.length > LONGEST ? `${result.slice(0, LONGEST)}${HIDDEN}` : result;
}
