import { isObject } from '../schemas/json.ts';

/** What we read of a token. All are undefined when it is no JWT, or does not carry them, or something that cannot be them. */
export interface TokenClaims {
  /** Milliseconds since 1970. */
  expires: number | undefined;
  customerId: string | undefined;
  user: string | undefined;
}

/** Reads a token's claims without checking its signature: they only tell us where we are, the server decides. */
export function tokenClaims(token: string): TokenClaims {
  const claims = payload(token);
  return {
    expires: momentOf(claims.exp),
    customerId: textOf(claims.customerId)?.toLowerCase(),
    // The subject, as RFC 7519 has it; that the platform names its user there is our guess, and only shown.
    user: textOf(claims.sub),
  };
}

/** 10000-01-01: seconds beyond it are another unit, or a mistake. */
const END_OF_TIME = 253_402_300_800;

/** Milliseconds of a moment that RFC 7519 gives in seconds. */
function momentOf(claim: unknown): number | undefined {
  return typeof claim === 'number' && claim > 0 && claim < END_OF_TIME ? claim * 1000 : undefined;
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}

function payload(token: string): Record<string, unknown> {
  const [, part, signature] = token.split('.');
  if (part === undefined || signature === undefined) return {};
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
