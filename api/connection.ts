const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Is that host name this machine? Only there may a connection go without encryption, and never through a proxy. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname.toLowerCase());
}

/**
 * Reads a base URL as a person typed it. The answer's `url` has no trailing slash and is what every request starts
 * with. A problem is a sentence that says what to write instead.
 */
export function checkBaseUrl(text: string): { url: string } | { problem: string } {
  const parsed = parseUrl(text.trim());
  if (parsed === undefined)
    return { problem: 'This is not an address. Write it like https://gateway.qg1.apps.qualys.com.' };
  if (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && isLoopback(parsed.hostname)))
    return { problem: `Only https is allowed, except on this machine: write https://${parsed.host || 'host'}.` };
  if (parsed.username !== '' || parsed.password !== '')
    return { problem: 'A user name or a password does not belong in the address. Sign in with it instead.' };
  if (parsed.search !== '' || parsed.hash !== '')
    return { problem: 'The address must not have a query or a fragment: leave out what follows "?" or "#".' };
  // `host.` is the same host as `host`, but would be another platform, unprotected and without links.
  parsed.hostname = parsed.hostname.replace(/\.$/, '');
  return { url: `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}` };
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
