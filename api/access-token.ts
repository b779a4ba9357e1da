import type { Clock } from './clock.ts';
import { ApiError } from './failure.ts';
import type { Connection, Credentials } from './platform.ts';
import { signIn } from './sign-in.ts';
import { isToken } from './token.ts';
import { tokenClaims } from './token-claims.ts';
import type { Transport } from './transport/transport.ts';

/** Who is signed in, as far as it is known. */
export interface SignedIn {
  user: string | undefined;
  /** When the sign-in ends, in milliseconds since 1970. */
  expires: number | undefined;
}

interface AccessParts {
  connection: Connection;
  credentials: Credentials;
  transport: Transport;
  clock: Clock;
}

/** A token is renewed that long before it ends, so that it does not end on its way. */
const BEFORE_EXPIRY = 60_000;

/** A token that does not say when it ends does so after four hours (API guide: "valid for 4 hours"). */
export function usualEnd(begun: number): number {
  return begun + 4 * 60 * 60_000;
}

/** The token of one connection: asked for when it is first needed, renewed before it ends, and only once at a time. */
export class AccessToken {
  readonly #parts: AccessParts;
  readonly #host: string;
  #token: string | undefined;
  /** Undefined for a token that was handed in and does not say it. */
  #expires: number | undefined;
  #refused: string | undefined;
  #signingIn: Promise<string> | undefined;

  constructor(parts: AccessParts) {
    this.#parts = parts;
    this.#host = new URL(parts.connection.baseUrl).host;
    if (parts.credentials.kind !== 'token') return;
    const token = parts.credentials.token.trim();
    if (!isToken(token)) return;
    this.#token = token;
    this.#expires = tokenClaims(token).expires;
  }

  get signedIn(): SignedIn | undefined {
    if (!this.#token) return undefined;
    const { credentials } = this.#parts;
    const user = credentials.kind === 'password' ? credentials.username : tokenClaims(this.#token).user;
    return { user, expires: this.#expires };
  }

  /** A token that has not ended. Rejects with ApiError when there is none and none can be got. */
  async current(signal: AbortSignal): Promise<string> {
    const { credentials, clock } = this.#parts;
    const now = clock.now().getTime();
    if (credentials.kind === 'password') {
      const isFresh = this.#token !== undefined && (this.#expires ?? Infinity) - BEFORE_EXPIRY >= now;
      return isFresh && this.#token !== undefined ? this.#token : this.#signIn(credentials, signal);
    }
    if (!this.#token) throw new ApiError({ kind: 'unauthorised', host: this.#host, status: 401 }, true);
    // A token that has ended is not sent to find that out.
    if (this.#expires !== undefined && this.#expires <= now)
      throw new ApiError({ kind: 'token-expired', host: this.#host, at: this.#expires }, true);
    return this.#token;
  }

  /** The platform does not take that token. */
  refuse(token: string): void {
    this.#refused = token;
  }

  /** Gets another token than the refused one. False when the credentials do not allow it. Rejects with ApiError. */
  async renew(signal: AbortSignal): Promise<boolean> {
    const { credentials } = this.#parts;
    if (credentials.kind !== 'password') return false;
    // Another request that was refused with the same token may have renewed it already.
    if (this.#token === undefined || this.#token === this.#refused) await this.#signIn(credentials, signal);
    return true;
  }

  /** Everything that must not be shown. */
  get secrets(): string[] {
    const { credentials } = this.#parts;
    return [this.#token ?? '', credentials.kind === 'password' ? credentials.password : ''];
  }

  async #signIn(credentials: Credentials & { kind: 'password' }, signal: AbortSignal): Promise<string> {
    for (;;) {
      this.#signingIn ??= this.#signInOnce(credentials, signal);
      try {
        return await this.#signingIn;
      } catch (error) {
        // Whoever began it has cancelled it; this request still wants it.
        if (error instanceof ApiError && error.failure.kind === 'cancelled' && !signal.aborted) continue;
        throw error;
      }
    }
  }

  async #signInOnce(credentials: Credentials & { kind: 'password' }, signal: AbortSignal): Promise<string> {
    const { connection, transport, clock } = this.#parts;
    try {
      const token = await signIn(connection, credentials, transport, clock, signal);
      this.#expires = tokenClaims(token).expires ?? usualEnd(clock.now().getTime());
      this.#token = token;
      return token;
    } finally {
      this.#signingIn = undefined;
    }
  }
}
