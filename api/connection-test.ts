import { ApiError, type ApiFailure } from './failure.ts';
import { listJobs } from './operations/list-jobs.ts';
import type { StateFailure } from './push/outcome.ts';
import type { Session } from './session.ts';
import { StateError } from './state-error.ts';

/** What has to hold for a connection to work, in the order in which it is met on the way. */
export const CONNECTION_STEPS = [
  'name',
  'proxy',
  'network',
  'certificate',
  'sign-in',
  'address',
  'permission',
  'answer',
  'subscription',
] as const;

export type ConnectionStep = (typeof CONNECTION_STEPS)[number];

/** How a test of a connection ended. Holds no secret. */
export type ConnectionTest = {
  connection: string;
  host: string;
  /** There is a certificate to be looked at: the address is one of https. */
  isEncrypted: boolean;
} & (
  | {
      kind: 'works';
      /** Undefined when no job tells it. */
      customerId: string | undefined;
      /** The first page of jobs is empty. */
      isEmpty: boolean;
      user: string | undefined;
      /** When the sign-in ends, in milliseconds since 1970. */
      expires: number | undefined;
    }
  /** `held`: what was found to hold before. */
  | { kind: 'fails'; at: ConnectionStep; held: readonly ConnectionStep[]; failure: ApiFailure | StateFailure }
  | { kind: 'cancelled' }
);

/**
 * Goes the way of every push up to its first look: signs in, asks for jobs, learns the subscription. Sends nothing that
 * changes anything.
 */
export async function testConnection(session: Session, signal: AbortSignal): Promise<ConnectionTest> {
  const { name, baseUrl } = session.connection;
  const { host, protocol } = new URL(baseUrl);
  const about = { connection: name, host, isEncrypted: protocol === 'https:' };
  let isAnswered = false;
  try {
    const jobs = await listJobs(session, { page: 0 }, signal);
    isAnswered = true;
    const { customerId } = await session.target(signal);
    const { user, expires } = session.signedIn ?? { user: undefined, expires: undefined };
    return { ...about, kind: 'works', customerId, isEmpty: jobs.length === 0, user, expires };
  } catch (error) {
    if (error instanceof StateError) {
      // The token itself may tell another subscription: then nothing was asked.
      const held = before(isAnswered ? 'subscription' : 'address');
      return { ...about, kind: 'fails', at: 'subscription', held, failure: error.failure };
    }
    if (!(error instanceof ApiError)) throw error;
    if (error.failure.kind === 'cancelled') return { ...about, kind: 'cancelled' };
    const at = stepOf(error);
    return { ...about, kind: 'fails', at, held: before(at), failure: error.failure };
  }
}

function before(step: ConnectionStep): readonly ConnectionStep[] {
  return CONNECTION_STEPS.slice(0, CONNECTION_STEPS.indexOf(step));
}

/** Where on the way a failure lies. What comes after the sign-in was not tried when that is what failed. */
function stepOf({ failure, signingIn }: ApiError): ConnectionStep {
  const step = stepOfRequest(failure);
  return signingIn && !before('sign-in').includes(step) ? 'sign-in' : step;
}

function stepOfRequest(failure: ApiFailure): ConnectionStep {
  switch (failure.kind) {
    case 'unknown-host':
      return 'name';
    case 'proxy':
      return 'proxy';
    case 'unreachable':
    case 'timed-out':
      return 'network';
    case 'certificate':
      return 'certificate';
    case 'unauthorised':
    case 'token-expired':
      return 'sign-in';
    case 'forbidden':
      return failure.status === 407 ? 'proxy' : 'permission';
    case 'not-found':
    case 'redirected':
    case 'not-understood':
    case 'too-large-answer':
      return 'address';
    case 'rejected':
    case 'rate-limited':
    case 'server-error':
    case 'sent-without-answer':
    case 'cancelled':
      return 'answer';
  }
}
