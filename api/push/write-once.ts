import { ApiError, type ApiFailure } from '../failure.ts';
import type { Session } from '../session.ts';

/** How a write ended; `answer` is what the platform said to it. */
export type Written<Answer> =
  | { kind: 'accepted'; answer: Answer }
  | { kind: 'refused'; failure: ApiFailure }
  /** Nothing was accepted, and nothing may have been. */
  | { kind: 'not-sent'; error: unknown }
  | { kind: 'changed-since-plan' }
  /** It may have been accepted. */
  | { kind: 'lost'; failure: ApiFailure };

interface Write<Answer> {
  /** Writes down that the request goes out now; false when somebody else has taken this write for ended. */
  markSent(): Promise<boolean>;
  /** Sends the request. */
  send(): Promise<Answer>;
  /** Looks again: is the platform still as the plan saw it? Rejects with ApiError or StateError. */
  isStillAsPlanned(): Promise<boolean>;
}

/**
 * Sends a write once; a second time only after a 401, which was certainly not accepted, with a renewed sign-in and after
 * another look. Never rejects.
 */
export async function writeOnce<Answer>(
  write: Write<Answer>,
  session: Session,
  signal: AbortSignal,
): Promise<Written<Answer>> {
  const first = await attempt(write);
  if (first.kind !== 'not-sent' || !isUnauthorised(first.error)) return first;
  try {
    if (!(await session.renew(signal))) return first;
    if (!(await write.isStillAsPlanned())) return { kind: 'changed-since-plan' };
  } catch (error) {
    return { kind: 'not-sent', error };
  }
  return attempt(write);
}

async function attempt<Answer>({ markSent, send }: Write<Answer>): Promise<Written<Answer>> {
  try {
    if (!(await markSent())) return { kind: 'changed-since-plan' };
    return { kind: 'accepted', answer: await send() };
  } catch (error) {
    if (!(error instanceof ApiError) || error.signingIn) return { kind: 'not-sent', error };
    return classify(error);
  }
}

/** What a failed write means. */
function classify(error: ApiError): Exclude<Written<never>, { kind: 'accepted' }> {
  const { failure } = error;
  switch (failure.kind) {
    case 'rejected':
    case 'forbidden':
    case 'not-found':
    case 'rate-limited':
    case 'redirected':
      return { kind: 'refused', failure };
    case 'unauthorised':
    case 'token-expired':
    case 'unknown-host':
    case 'unreachable':
    case 'certificate':
    case 'proxy':
    case 'timed-out':
    case 'cancelled':
      return { kind: 'not-sent', error };
    case 'server-error':
    case 'not-understood':
    case 'too-large-answer':
    case 'sent-without-answer':
      return { kind: 'lost', failure };
  }
}

function isUnauthorised(error: unknown): boolean {
  return error instanceof ApiError && !error.signingIn && error.failure.kind === 'unauthorised';
}
