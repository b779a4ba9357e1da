import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Json } from '../schemas/json.ts';

export interface SandboxEnvironment {
  Bindings: HttpBindings;
}

export type SandboxContext = Context<SandboxEnvironment>;

/** The JSON of a request's body, or undefined when its bytes are no UTF-8 or no JSON. */
export async function readJson(c: SandboxContext): Promise<Json | undefined> {
  const bytes = await c.req.arrayBuffer();
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** 400 with error 2501, the code of the API for a body that it does not understand; like the API, without a reason. */
export function notUnderstood(c: SandboxContext): Response {
  return c.json({ _error: { errorCode: '2501' } }, 400);
}

/** Other failures carry a message and no code: there is no official table of codes to take one from. */
export function failed(c: SandboxContext, status: 401 | 403 | 404 | 409 | 429 | 500, message: string): Response {
  return c.json({ _error: { message } }, status);
}
