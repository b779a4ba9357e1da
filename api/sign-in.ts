import { answerFailure } from './answer-failure.ts';
import type { Clock } from './clock.ts';
import { ApiError } from './failure.ts';
import type { Connection, Credentials } from './platform.ts';
import type { Transport } from './transport/transport.ts';

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
  const response = await transport
    .send(
      {
        method: 'POST',
        url: `${gateway.replace(/\/+$/, '')}/auth`,
        headers: { accept: 'text/plain, */*', 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      },
      signal,
    )
    .catch((error: unknown) => {
      throw withoutWrite(error);
    });
  if (response.status < 200 || response.status > 299)
    throw new ApiError(
      answerFailure(response, { host, what: 'the sign-in', secrets: [credentials.password], now: clock.now() }),
    );
  const token = response.body.trim();
  // A token is one word of printable characters; a page of HTML or an empty answer is none.
  if (!/^[\x21-\x7e]+$/.test(token) || token.startsWith('<'))
    throw new ApiError({
      kind: 'not-understood',
      host,
      status: response.status,
      contentType: response.headers['content-type'] ?? '',
    });
  return token;
}

/** A sign-in changes nothing: when its answer is lost, the platform was simply not reached. */
function withoutWrite(error: unknown): unknown {
  if (!(error instanceof ApiError) || error.failure.kind !== 'sent-without-answer') return error;
  const { host, cause } = error.failure;
  return new ApiError({ kind: 'unreachable', host, cause });
}
