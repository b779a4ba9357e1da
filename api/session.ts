import { answerFailure } from './answer-failure.ts';
import type { Clock } from './clock.ts';
import { ApiError } from './failure.ts';
import { findCustomer } from './operations/find-customer.ts';
import type { Connection, Credentials, Target } from './platform.ts';
import { askWithRetries } from './retry.ts';
import { signIn } from './sign-in.ts';
import { StateError } from './state-error.ts';
import { tokenClaims } from './token-claims.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport/transport.ts';

/** A request to a path below the base URL. */
interface SessionRequest extends Omit<ApiRequest, 'url' | 'headers'> {
  path: string;
  /** What is asked for, in words: a 404 names it. */
  what?: string;
  /** Texts of the body that must not come back in a message. */
  conceal?: readonly string[];
}

/** A signed-in way to one connection. Operations (api/operations) are functions over it. */
export interface Session {
  readonly connection: Connection;
  /**
   * The platform behind the connection; asks for the customerId once (token's claims, else any job). Rejects with
   * ApiError, or with a StateError `other-customer` when it is not the subscription that the connection had before.
   */
  target(signal: AbortSignal): Promise<Target>;
  /**
   * Sends an authorised request. A GET whose answer is 401 signs in again once, when the credentials allow it, and
   * retries on 429 and 5xx. A write is sent once, whatever happens. Rejects with ApiError for every answer not 2xx.
   */
  send(request: SessionRequest, signal: AbortSignal): Promise<ApiResponse>;
  /**
   * Signs in again after a write was answered 401. False when the credentials do not allow it. Rejects with ApiError,
   * or with StateError when the new token is another subscription's.
   */
  renew(signal: AbortSignal): Promise<boolean>;
}

export interface SessionOptions {
  connection: Connection;
  credentials: Credentials;
  transport: Transport;
  clock: Clock;
  /** The customerId that this connection had before: another one stops every push. */
  knownCustomerId?: string;
}

/** A token is renewed that long before it ends, so that it does not end on its way. */
const BEFORE_EXPIRY = 60_000;

export function openSession(options: SessionOptions): Session {
  return new TokenSession(options);
}

class TokenSession implements Session {
  readonly connection: Connection;
  readonly #options: SessionOptions;
  readonly #host: string;
  #token: string | undefined;
  #customerId: string | undefined;
  #asked: Promise<Target> | undefined;

  constructor(options: SessionOptions) {
    this.connection = options.connection;
    this.#options = options;
    this.#host = new URL(options.connection.baseUrl).host;
    this.#token = options.credentials.kind === 'token' ? options.credentials.token.trim() : undefined;
  }

  async target(signal: AbortSignal): Promise<Target> {
    this.#asked ??= this.#findTarget(signal);
    try {
      const target = await this.#asked;
      // An empty subscription has a customerId as soon as it has a job: it is asked for again.
      if (target.customerId === undefined) this.#asked = undefined;
      return target;
    } catch (error) {
      this.#asked = undefined;
      throw error;
    }
  }

  async send(request: SessionRequest, signal: AbortSignal): Promise<ApiResponse> {
    const once = () => this.#sendOnce(request, signal);
    let response = request.method === 'GET' ? await askWithRetries(once, this.#options.clock, signal) : await once();
    if (response.status === 401 && request.method === 'GET' && (await this.renew(signal)))
      response = await askWithRetries(once, this.#options.clock, signal);
    if (response.status >= 200 && response.status < 300) return response;
    throw new ApiError(
      answerFailure(response, {
        host: this.#host,
        what: request.what ?? 'the address',
        secrets: [...this.#secrets(), ...(request.conceal ?? [])],
        now: this.#options.clock.now(),
      }),
    );
  }

  async renew(signal: AbortSignal): Promise<boolean> {
    if (this.#options.credentials.kind !== 'password') return false;
    this.#token = undefined;
    await this.#currentToken(signal);
    return true;
  }

  async #findTarget(signal: AbortSignal): Promise<Target> {
    const { name, baseUrl } = this.connection;
    await this.#currentToken(signal);
    this.#customerId ??= await findCustomer(this, signal);
    this.#checkCustomer(this.#customerId);
    return {
      connection: name,
      origin: new URL(baseUrl).origin,
      host: this.#host,
      customerId: this.#customerId,
      protected: this.connection.protected,
    };
  }

  async #sendOnce({ method, path, body }: SessionRequest, signal: AbortSignal): Promise<ApiResponse> {
    const token = await this.#currentToken(signal);
    const url = `${this.connection.baseUrl.replace(/\/+$/, '')}${path}`;
    return this.#options.transport.send(
      {
        method,
        url,
        headers: {
          accept: 'application/json',
          // The notes' update shows the bare token; every other official page has "Bearer" for both (pm-api.md).
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body }),
      },
      signal,
    );
  }

  async #currentToken(signal: AbortSignal): Promise<string> {
    const { credentials, transport, clock } = this.#options;
    const now = clock.now().getTime();
    const expires = this.#token === undefined ? undefined : tokenClaims(this.#token).expires;
    if (credentials.kind === 'password' && (this.#token === undefined || (expires ?? Infinity) - BEFORE_EXPIRY < now))
      this.#token = await signIn(this.connection, credentials, transport, clock, signal);
    // A token that has ended is not sent to find that out.
    if (
      this.#token === undefined ||
      this.#token === '' ||
      (credentials.kind === 'token' && (expires ?? Infinity) <= now)
    )
      throw new ApiError({ kind: 'unauthorised', host: this.#host, status: 401 }, true);
    const { customerId } = tokenClaims(this.#token);
    this.#checkCustomer(customerId);
    this.#customerId ??= customerId;
    return this.#token;
  }

  #checkCustomer(found: string | undefined): void {
    const expected = this.#options.knownCustomerId ?? this.#customerId;
    if (expected !== undefined && found !== undefined && expected !== found)
      throw new StateError({ kind: 'other-customer', expected, found });
  }

  #secrets(): string[] {
    const { credentials } = this.#options;
    return [this.#token ?? '', credentials.kind === 'password' ? credentials.password : ''];
  }
}
