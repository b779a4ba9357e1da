import { setTimeout as wait } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import { answerInstead, cutOff, huge, retold, truncated } from './fault-answers.ts';
import type { Fault, FaultName, FaultPlan } from './faults.ts';
import type { SandboxContext, SandboxEnvironment } from './http.ts';
import { isReadable } from './judge.ts';
import { SOMEBODY_ELSE } from './seed.ts';
import type { SandboxState } from './state.ts';
import { type Tokens, tokenIn } from './tokens.ts';

export interface Victims {
  state: SandboxState;
  tokens: Tokens;
  /** Ends every wait when the sandbox closes, so that nothing happens after that. */
  closing: AbortSignal;
}

/**
 * Makes go wrong what the plan says. A request's body is read first, so that a wait goes on, and a write is carried out,
 * also when the client has gone away meanwhile: that is the case a client must be able to settle.
 */
export function inflictFaults(plan: FaultPlan, victims: Victims): MiddlewareHandler<SandboxEnvironment> {
  return async (c, next) => {
    const fault = plan.take(c.req.method, c.req.path);
    if (fault === null) return next();
    await c.req.arrayBuffer();
    const carriesOut = CARRIES_OUT.has(fault.fault) || fault.after;
    if (carriesOut) await next();
    if (fault.milliseconds > 0) await wait(fault.milliseconds, undefined, { signal: victims.closing, ref: false });
    const answer = strike(fault, c, victims);
    if (answer !== null) return replace(c, await answer);
    if (!carriesOut) await next();
  };
}

/** These strike the answer, so the API has to make one first. */
const CARRIES_OUT: ReadonlySet<FaultName> = new Set<FaultName>([
  'drop-after',
  'truncated-json',
  'cut-answer',
  'wrong-content-type',
  'huge-body',
]);

/** The answer that the fault gives instead; null when the API's own is to stay. */
function strike(fault: Fault, c: SandboxContext, victims: Victims): Response | Promise<Response> | null {
  switch (fault.fault) {
    case 'delay':
      return null;
    case 'drop-before':
    case 'drop-after':
      c.env.incoming.socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    case 'expired-token':
      victims.tokens.expire(tokenIn(c.req.header('authorization')));
      return null;
    case 'changed-by-somebody-else':
      changeJob(fault, c.req.path, victims.state);
      return null;
    case 'created-by-somebody-else':
      if (isReadable(fault.body)) victims.state.create(fault.body, SOMEBODY_ELSE);
      return null;
    case 'truncated-json':
      return truncated(c.res);
    case 'cut-answer':
      return cutOff(c.res, c.env);
    case 'wrong-content-type':
      return retold(c.res, 'text/html; charset=utf-8');
    case 'huge-body':
      return huge(c.res);
    default:
      return answerInstead(fault.fault, fault, c);
  }
}

function changeJob({ job, change }: Fault, path: string, state: SandboxState): void {
  const victim = state.find(job ?? path.slice(path.lastIndexOf('/') + 1));
  if (victim !== undefined) state.change(victim, change, SOMEBODY_ELSE);
}

/** Hono copies the headers of an answer that is there onto the next one; this one is to go wholly. */
function replace(c: SandboxContext, answer: Response): void {
  c.res = undefined;
  c.res = answer;
}
