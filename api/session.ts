import type { Clock } from './clock.ts';
import type { Connection, Credentials, Target } from './platform.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport/transport.ts';

/** A signed-in way to one connection. Operations (api/operations) are functions over it. */
export interface Session {
  readonly connection: Connection;
  /** The platform behind the connection; asks for the customerId once (token's claims, else any job). */
  target(signal: AbortSignal): Promise<Target>;
  /**
   * Sends an authorised request to a path below the base URL. A 401 is signed in again once, when the credentials
   * allow it. GETs retry on 429 and 5xx; writes never repeat. Rejects with ApiError for every answer that is not 2xx.
   */
  send(request: Omit<ApiRequest, 'url' | 'headers'> & { path: string }, signal: AbortSignal): Promise<ApiResponse>;
}

export interface SessionOptions {
  connection: Connection;
  credentials: Credentials;
  transport: Transport;
  clock: Clock;
  /** The customerId that this connection had before: another one stops every push. */
  knownCustomerId?: string;
}

export function openSession(options: SessionOptions): Session {
  throw new Error(`no session to ${options.connection.name} yet`);
}
