import type { Pointer } from '../schemas/pointer.ts';

/** What can go wrong between us and the platform. The `kind` is the contract; sentences are made in failure-text.ts. */
export type ApiFailure =
  | { kind: 'unknown-host' | 'unreachable' | 'proxy'; host: string; cause: string }
  /** `isOfAnotherHost`: whoever issued it, it is for another name. */
  | { kind: 'certificate'; host: string; cause: string; isOfAnotherHost?: true }
  | { kind: 'timed-out'; host: string }
  /** `forbidden` with status 407: a proxy that answered wants a sign-in of its own. */
  | { kind: 'unauthorised' | 'forbidden'; host: string; status: number }
  /** The token has ended, and nothing is at hand to get another one with. `at`: milliseconds since 1970. */
  | { kind: 'token-expired'; host: string; at: number }
  | { kind: 'not-found'; host: string; what: string }
  | { kind: 'rate-limited'; host: string; retryAfter?: number }
  | { kind: 'rejected'; host: string; status: number; code?: string; message?: string; at?: Pointer }
  | { kind: 'server-error'; host: string; status: number }
  | { kind: 'not-understood'; host: string; status: number; contentType: string }
  | { kind: 'too-large-answer'; host: string; limit: number; of: 'bytes' | 'pages' }
  | { kind: 'redirected'; host: string; status: number; to: string }
  /** `stillOpen`: we stopped waiting, so the platform may still be at it. */
  | { kind: 'sent-without-answer'; host: string; cause: string; stillOpen?: true }
  | { kind: 'cancelled'; host: string };

/** The only error that the transport and the operations throw. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly failure: ApiFailure;
  /** It happened while signing in: the request itself was not sent. */
  readonly signingIn: boolean;

  constructor(failure: ApiFailure, signingIn = false) {
    super(failure.kind);
    this.failure = failure;
    this.signingIn = signingIn;
  }
}
