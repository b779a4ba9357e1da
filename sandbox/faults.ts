import { isObject, type Json, type JsonObject } from '../schemas/json.ts';
import { areReadableFields, isReadable } from './judge.ts';

/** What can be made to go wrong: with the request, with what is stored, instead of the answer, with the answer. */
const FAULTS = [
  'delay',
  'drop-before',
  'drop-after',
  'expired-token',
  'changed-by-somebody-else',
  'created-by-somebody-else',
  'unauthorised',
  'forbidden',
  'not-found',
  'conflict',
  'rate-limited',
  'server-error',
  'bad-gateway',
  'redirect',
  'answer',
  'truncated-json',
  'cut-answer',
  'wrong-content-type',
  'huge-body',
] as const;

export type FaultName = (typeof FAULTS)[number];

/**
 * A fault as the control door takes it.
 * - `match`: the method and the path of the requests it strikes; `*` stands for any text in a path; absent is any.
 * - `skip` (0) requests that match are let through before, then `times` (1) are struck.
 * - `milliseconds` (0, at most 600,000) are waited first.
 * - `after`: the API carries the request out first; without it, `delay` and the answers come before anything is stored.
 * - `status` (500), `body` (empty), `contentType` (`application/json`): what `answer` answers.
 * - `retryAfter`: the header of `rate-limited`, as it is; absent, there is none.
 * - `location`: where `redirect` leads.
 * - `change`: the fields that `changed-by-somebody-else` writes into `job`, or else into the job that the path ends in.
 * - `body` as an object: the job that `created-by-somebody-else` creates.
 */
export interface Fault {
  fault: FaultName;
  match: { method?: string; path?: string };
  skip: number;
  times: number;
  milliseconds: number;
  after: boolean;
  status: number;
  contentType: string;
  body: Json;
  retryAfter: string | null;
  location: string;
  job: string | null;
  change: JsonObject;
}

/** The faults of a control request; null when one of them cannot be read. */
export function readFaults(sent: Json | undefined): Fault[] | null {
  if (!Array.isArray(sent)) return null;
  const faults = sent.map(readFault).filter((fault) => fault !== null);
  return faults.length === sent.length ? faults : null;
}

/** The faults that still wait for their requests, in the order in which they were asked for. */
export class FaultPlan {
  #waiting: readonly Fault[] = [];

  add(faults: readonly Fault[]): void {
    this.#waiting = [...this.#waiting, ...faults];
  }

  clear(): void {
    this.#waiting = [];
  }

  waiting(): readonly Fault[] {
    return this.#waiting;
  }

  /** The fault that strikes this request, if any; it then waits for one request fewer. */
  take(method: string, path: string): Fault | null {
    let taken: Fault | null = null;
    this.#waiting = this.#waiting.flatMap((fault) => {
      if (taken !== null || !matches(fault, method, path)) return [fault];
      if (fault.skip > 0) return [{ ...fault, skip: fault.skip - 1 }];
      taken = fault;
      return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
    });
    return taken;
  }
}

function readFault(sent: Json): Fault | null {
  const name = isObject(sent) ? FAULTS.find((known) => known === sent.fault) : undefined;
  if (!isObject(sent) || name === undefined) return null;
  const match = isObject(sent.match) ? sent.match : {};
  const fault: Fault = {
    fault: name,
    match: {
      ...(typeof match.method === 'string' ? { method: match.method.toUpperCase() } : {}),
      ...(typeof match.path === 'string' ? { path: match.path } : {}),
    },
    skip: whole(sent.skip, 0),
    times: whole(sent.times, 1),
    milliseconds: Math.min(whole(sent.milliseconds, 0), 600_000),
    after: sent.after === true,
    status: whole(sent.status, 500),
    contentType: typeof sent.contentType === 'string' ? sent.contentType : 'application/json',
    body: sent.body ?? '',
    retryAfter: sent.retryAfter === undefined || sent.retryAfter === null ? null : String(sent.retryAfter),
    location: typeof sent.location === 'string' ? sent.location : 'https://elsewhere.invalid/',
    job: typeof sent.job === 'string' ? sent.job : null,
    change: isObject(sent.change) ? sent.change : {},
  };
  return isUsable(fault) ? fault : null;
}

function isUsable({ fault, status, body, change, times }: Fault): boolean {
  if (fault === 'created-by-somebody-else' && !isReadable(body)) return false;
  return areReadableFields(change) && status >= 200 && status <= 599 && times >= 1;
}

function whole(value: Json | undefined, absent: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : absent;
}

function matches({ match }: Fault, method: string, path: string): boolean {
  return (match.method ?? method) === method && (match.path === undefined || fits(match.path, path));
}

/** Whether a path fits a pattern whose `*` stands for any text. */
function fits(pattern: string, path: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === path;
  const tail = rest.pop() ?? '';
  let at = path.startsWith(head) ? head.length : Number.POSITIVE_INFINITY;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    at = found < 0 ? Number.POSITIVE_INFINITY : found + piece.length;
  }
  return at <= path.length - tail.length && path.endsWith(tail);
}
