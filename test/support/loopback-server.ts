import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterEach } from 'vitest';

export interface LoopbackServer {
  /** `http://127.0.0.1:N`. */
  url: string;
  close(): Promise<void>;
}

/** A server of a few lines on a free port. */
export async function listening(answer: RequestListener): Promise<LoopbackServer> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const running: LoopbackServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** The same, closed after the test: its address. */
export async function serve(answer: RequestListener): Promise<string> {
  const server = await listening(answer);
  running.push(server);
  return server.url;
}
