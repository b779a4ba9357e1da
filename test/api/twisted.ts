import { createServer } from 'node:http';
import { afterEach } from 'vitest';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { type Speaking, sandboxFor } from '../sandbox/support.ts';
import { type Desk, type DeskOptions, deskFor } from './support.ts';

/** One exchange on its way back to the client: whatever is changed here is what the client gets. */
export interface Passing {
  method: string;
  /** With its query. */
  path: string;
  status: number;
  headers: Record<string, string>;
  body: string;
}

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A desk whose answers come from the sandbox through a server that `twist` may change in its hands. */
export async function deskBehind(
  twist: (passing: Passing) => void,
  options: Omit<DeskOptions, 'baseUrl'> = {},
): Promise<Desk> {
  const sandbox = options.sandbox ?? (await sandboxFor());
  return deskFor({ ...options, sandbox, baseUrl: await serverBefore(sandbox, twist) });
}

/** Changes every job in an answer: one that is read or written, and each of a list. */
export function eachJob(passing: Passing, change: (job: JsonObject) => void): void {
  const value: Json = JSON.parse(passing.body);
  for (const job of Array.isArray(value) ? value : [value]) if (isObject(job)) change(job);
  passing.body = JSON.stringify(value);
}

async function serverBefore(sandbox: Speaking, twist: (passing: Passing) => void): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = 'GET', url: path = '/' } = request;
    const answer = await fetch(sandbox.url + path, {
      method,
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? 'application/json',
      },
      redirect: 'manual',
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    const contentType = answer.headers.get('content-type') ?? 'application/json';
    const passing: Passing = {
      method,
      path,
      status: answer.status,
      headers: { 'content-type': contentType },
      body: await answer.text(),
    };
    twist(passing);
    response.writeHead(passing.status, passing.headers).end(passing.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
