import { answerFailure, mediaTypeOf } from './answer-failure.ts';
import type { Clock } from './clock.ts';
import { ApiError, type ApiFailure } from './failure.ts';
import type { Connection, Credentials } from './platform.ts';
import { isToken } from './token.ts';
import type { ApiResponse, Transport } from './transport/transport.ts';

/** Signs in at `<gateway>/auth` and answers the token. Rejects with ApiError. */
export async function signIn(
  connection: Connection,
  credentials: Extract<Credentials, { kind: 'password' }>,
  transport: Transport,
  clock: Clock,
  signal: AbortSignal,
): Promise<string> {
  const gateway = connection.gatewayUrl ?? new URL(connection.baseUrl).origin;
  const { host } = new URL(gateway);
  const form = new URLSearchParams({
    username: credentials.username,
    password: credentials.password,
    token: 'true',
    permissions: 'true',
  });
  const secrets = [credentials.password];
  const response = await post(transport, `${gateway.replace(/\/+$/, '')}/auth`, form.toString(), signal);
  if (response.status < 200 || response.status > 299)
    throw new ApiError(answerFailure(response, { host, what: 'the sign-in', secrets, now: clock.now() }), true);
  const token = response.body.trim();
  // A page of HTML or an empty answer is none.
  if (!isToken(token) || token.startsWith('<')) {
    const contentType = mediaTypeOf(response, secrets);
    throw new ApiError({ kind: 'not-understood', host, status: response.status, contentType }, true);
  }
  return token;
}

async function post(transport: Transport, url: string, body: string, signal: AbortSignal): Promise<ApiResponse> {
  const headers = { accept: 'text/plain, */*', 'content-type': 'application/x-www-form-urlencoded' };
  try {
    return await transport.send({ method: 'POST', url, headers, body }, signal);
  } catch (error) {
    throw error instanceof ApiError ? new ApiError(withoutWrite(error.failure), true) : error;
  }
}

/** A sign-in changes nothing: when its answer is lost, the platform was simply not reached. */
function withoutWrite(failure: ApiFailure): ApiFailure {
  return failure.kind === 'sent-without-answer' ? { ...failure, kind: 'unreachable' } : failure;
}
