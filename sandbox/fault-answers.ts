import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Fault, FaultName } from './faults.ts';
import { failed, type SandboxContext } from './http.ts';

type AnswerFault = Extract<
  FaultName,
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rate-limited'
  | 'server-error'
  | 'bad-gateway'
  | 'redirect'
  | 'answer'
>;

/** The answer that a fault gives in the API's place. */
export function answerInstead(name: AnswerFault, fault: Fault, c: SandboxContext): Response {
  switch (name) {
    case 'unauthorised':
      return failed(c, 401, 'The token is not valid.');
    case 'forbidden':
      return failed(c, 403, 'The user may not do this.');
    case 'not-found':
      return failed(c, 404, 'There is nothing here.');
    case 'conflict':
      return failed(c, 409, 'The job is being changed.');
    case 'rate-limited':
      if (fault.retryAfter !== null) c.header('retry-after', fault.retryAfter);
      return failed(c, 429, 'Too many requests.');
    case 'server-error':
      return failed(c, 500, 'Something went wrong.');
    case 'bad-gateway':
      return told('<html><body><h1>502 Bad Gateway</h1></body></html>', 502, 'text/html');
    case 'redirect':
      return new Response(null, { status: 307, headers: { location: fault.location } });
    case 'answer':
      return told(bodyText(fault), fault.status, fault.contentType);
  }
}

/** The first half of an answer, which is no JSON, with a length that says that this is all. */
export async function truncated(answer: Response): Promise<Response> {
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), answer);
}

/** Sends the first half of an answer, then cuts the connection. */
export async function cutOff(answer: Response, { outgoing }: SandboxContext['env']): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': bytes.length });
  outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

/** The answer under another content type. */
export function retold(answer: Response, contentType: string): Response {
  const headers = new Headers(answer.headers);
  headers.set('content-type', contentType);
  return new Response(answer.body, { status: answer.status, headers });
}

/** 64 MB of blanks and an empty JSON object, sent as fast as they are read. */
export function huge(answer: Response): Response {
  const chunk = new TextEncoder().encode(' '.repeat(64 * 1024));
  let chunksLeft = 1024;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(chunksLeft > 0 ? chunk : new TextEncoder().encode('{}'));
      if (chunksLeft === 0) controller.close();
      chunksLeft -= 1;
    },
  });
  return new Response(body, { status: answer.status, headers: { 'content-type': 'application/json' } });
}

function told(body: string, status: number, contentType: string): Response {
  return new Response(isBodiless(status) ? null : body, { status, headers: { 'content-type': contentType } });
}

function bodyText({ body }: Fault): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
