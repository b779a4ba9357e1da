/** Can that be a token? One word of printable ASCII characters: what a header takes. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
