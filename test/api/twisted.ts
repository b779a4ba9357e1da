import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { type Speaking, sandboxFor } from '../sandbox/support.ts';
import { serve } from '../support/loopback-server.ts';
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

/** A desk whose answers come from the sandbox through a server that `twist` may change in its hands. */
export async function deskBehind(
  twist: (passing: Passing) => void,
  options: Omit<DeskOptions, 'baseUrl'> = {},
): Promise<Desk> {
  const sandbox = options.sandbox ?? (await sandboxFor());
  return deskFor({ ...options, sandbox, baseUrl: await serverBefore(sandbox, twist) });
}

/** The same folder and platform as another process finds them later: nothing is remembered but what lies on the disk. */
export function nextRun({ sandbox, folder, dependencies }: Desk): Promise<Desk> {
  return deskFor({ sandbox, folder, baseUrl: dependencies.session.connection.baseUrl });
}

/** Changes every job in an answer: one that is read or written, and each of a list. */
export function eachJob(passing: Passing, change: (job: JsonObject) => void): void {
  const value: Json = JSON.parse(passing.body);
  for (const job of Array.isArray(value) ? value : [value]) if (isObject(job)) change(job);
  passing.body = JSON.stringify(value);
}

function serverBefore(sandbox: Speaking, twist: (passing: Passing) => void): Promise<string> {
  return serve((request, response) => {
    passOn(request, sandbox, twist).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.destroy(),
    );
  });
}

async function passOn(
  request: IncomingMessage,
  sandbox: Speaking,
  twist: (passing: Passing) => void,
): Promise<Passing> {
  const { method = 'GET', url: path = '/', headers } = request;
  const sent = await buffer(request);
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: {
      authorization: headers.authorization ?? '',
      'content-type': headers['content-type'] ?? 'application/json',
    },
    redirect: 'manual',
    ...(sent.length === 0 ? {} : { body: sent }),
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
  return passing;
}
