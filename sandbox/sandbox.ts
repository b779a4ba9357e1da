import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { sandboxApp } from './app.ts';
import { SandboxError } from './failure.ts';
import { FaultPlan } from './faults.ts';
import { RequestLog } from './request-log.ts';
import { CATALOGUE, seedJobs } from './seed.ts';
import { SandboxState } from './state.ts';
import { readStateFile, writeStateFile } from './state-file.ts';
import { Tokens } from './tokens.ts';

export { SandboxError } from './failure.ts';

export interface SandboxOptions {
  /** The port; absent or 0 takes a free one. */
  port?: number;
  /** Where the jobs are kept: loaded when it is there, written after every change. Absent, they are kept in memory. */
  stateFile?: string;
  /** The clock of created jobs and of tokens. */
  now?: () => Date;
}

export interface Sandbox {
  /** `http://127.0.0.1:N`, both the base URL of the API and the gateway to sign in at. */
  url: string;
  port: number;
  /** Ends open connections and waits; nothing is stored after it. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of the Patch Management API on 127.0.0.1.
 *
 * User and password are `sandbox`, and so is a token that is always accepted. It answers as the release notes' samples
 * show, judges bodies by its own reading of them, and does wrong what its control door is asked for (`routes/control.ts`).
 * Throws `SandboxError` when it cannot start; a state file that it cannot use stays as it is.
 */
export async function startSandbox({ port = 0, stateFile, now = () => new Date() }: SandboxOptions): Promise<Sandbox> {
  const state = openState(stateFile, now);
  const closing = new AbortController();
  const tokens = new Tokens(CATALOGUE.customerId, now);
  const app = sandboxApp(new FaultPlan(), new RequestLog(), { state, tokens, closing: closing.signal });
  const server = createServer(getRequestListener(app.fetch));
  const actualPort = await listen(server, port);
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    close: () => {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function openState(stateFile: string | undefined, now: () => Date): SandboxState {
  if (stateFile === undefined) return new SandboxState(CATALOGUE, seedJobs(), () => {}, now);
  const kept = readStateFile(stateFile);
  const jobs = kept ?? seedJobs();
  if (kept === null) writeStateFile(stateFile, jobs);
  return new SandboxState(CATALOGUE, jobs, (changed) => writeStateFile(stateFile, changed), now);
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new SandboxError({ code: 'port-unavailable', port, reason });
  }
}
