import { AccessToken, type SignedIn } from './access-token.ts';
import { answerFailure, mediaTypeOf } from './answer-failure.ts';
import { requestTo } from './api-request.ts';
import type { Clock } from './clock.ts';
import { ApiError } from './failure.ts';
import { findCustomer } from './operations/find-customer.ts';
import type { Connection, Credentials, Target } from './platform.ts';
import { askWithRetries } from './retry.ts';
import { StateError } from './state-error.ts';
import { tokenClaims } from './token-claims.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport/transport.ts';

/** A request to a path below the base URL. */
interface SessionRequest extends Omit<ApiRequest, 'url' | 'headers'> {
  path: string;
  /** Beside those that every request has. */
  headers?: Record<string, string>;
  /** What is asked for, in words: a 404 names it. */
  what?: string;
  /** Texts of the body that must not come back in a message. */
  conceal?: readonly string[];
}

/** A signed-in way to one connection. Operations (api/operations) are functions over it. */
export interface Session {
  readonly connection: Connection;
  /** Who is signed in; undefined before the first request that had to sign in. */
  readonly signedIn: SignedIn | undefined;
  /**
   * The platform behind the connection; asks for the customerId once (token's claims, else any job). Rejects with
   * ApiError, or with a StateError `other-customer` when it is not the subscription that the connection had before.
   */
  target(signal: AbortSignal): Promise<Target>;
  /**
   * Sends an authorised request. A GET whose answer is 401 signs in again once, when the credentials allow it, and
   * retries on 429 and 5xx. A write is sent once, whatever happens. Rejects with ApiError for every answer not 2xx.
   * The answer's `content-type` is what of it can be shown.
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

export function openSession(options: SessionOptions): Session {
  return new TokenSession(options);
}

class TokenSession implements Session {
  readonly connection: Connection;
  readonly #options: SessionOptions;
  readonly #host: string;
  readonly #access: AccessToken;
  #customerId: string | undefined;
  #asked: Promise<Target> | undefined;

  constructor(options: SessionOptions) {
    this.connection = options.connection;
    this.#options = options;
    this.#host = new URL(options.connection.baseUrl).host;
    this.#access = new AccessToken(options);
  }

  get signedIn(): SignedIn | undefined {
    return this.#access.signedIn;
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
      // Whoever asked first has cancelled it; this request still wants it.
      if (isCancelled(error) && !signal.aborted) return this.target(signal);
      throw error;
    }
  }

  async send(request: SessionRequest, signal: AbortSignal): Promise<ApiResponse> {
    const once = () => this.#sendOnce(request, signal);
    let response = request.method === 'GET' ? await askWithRetries(once, this.#options.clock, signal) : await once();
    if (response.status === 401 && request.method === 'GET' && (await this.renew(signal)))
      response = await askWithRetries(once, this.#options.clock, signal);
    const secrets = [...this.#access.secrets, ...(request.conceal ?? [])];
    if (response.status >= 200 && response.status < 300)
      return { ...response, headers: { ...response.headers, 'content-type': mediaTypeOf(response, secrets) } };
    throw new ApiError(
      answerFailure(response, {
        host: this.#host,
        what: request.what ?? 'the address',
        secrets,
        now: this.#options.clock.now(),
      }),
    );
  }

  async renew(signal: AbortSignal): Promise<boolean> {
    if (!(await this.#access.renew(signal))) return false;
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

  async #sendOnce({ method, path, body, headers }: SessionRequest, signal: AbortSignal): Promise<ApiResponse> {
    const token = await this.#currentToken(signal);
    const asked = { method, path, ...(headers && { headers }), ...(body === undefined ? {} : { body }) };
    const response = await this.#options.transport.send(requestTo(this.connection, asked, token), signal);
    if (response.status === 401) this.#access.refuse(token);
    return response;
  }

  async #currentToken(signal: AbortSignal): Promise<string> {
    const token = await this.#access.current(signal);
    const { customerId } = tokenClaims(token);
    this.#checkCustomer(customerId);
    this.#customerId ??= customerId;
    return token;
  }

  #checkCustomer(found: string | undefined): void {
    const expected = this.#options.knownCustomerId?.toLowerCase() ?? this.#customerId;
    if (expected !== undefined && found !== undefined && expected !== found)
      throw new StateError({ kind: 'other-customer', expected, found });
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof ApiError && error.failure.kind === 'cancelled';
}
