import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { listen } from './listen.ts';

/** An HTTP proxy on this machine. */
export interface RecordingProxy {
  url: string;
  /** What it was asked for: `CONNECT platform.example:443`, or the method and whole address of a request without TLS. */
  asked: string[];
  /** The `Proxy-Authorization` of each. */
  authorizations: (string | undefined)[];
  close(): void;
}

/**
 * Starts one that knows names that exist nowhere: each leads to a port of this machine. With `status` it lets nothing
 * through and answers with that.
 */
export async function startProxy(names: Record<string, number>, status?: number): Promise<RecordingProxy> {
  const asked: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const sockets = new Set<{ destroy(): unknown }>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status ?? 501).end();
  });
  server.on('connect', (request, socket: Socket, head: Buffer) => {
    asked.push(`CONNECT ${request.url}`);
    authorizations.push(request.headers['proxy-authorization']);
    sockets.add(socket);
    socket.on('error', () => undefined);
    const port = names[request.url ?? ''];
    if (status !== undefined || port === undefined) {
      socket.end(`HTTP/1.1 ${status ?? 502} Refused\r\n\r\n`);
      return;
    }
    const inner = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      inner.write(head);
      socket.pipe(inner).pipe(socket);
    });
    sockets.add(inner);
    inner.on('error', () => socket.destroy());
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    authorizations,
    close() {
      server.close();
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
    },
  };
}
