import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { listen } from './listen.ts';

/** Stands before a server of this machine and speaks TLS for it. */
export async function startTlsFront(
  behind: number,
  identity: { key: string; cert: string },
): Promise<{ port: number; close(): void }> {
  const sockets = new Set<{ destroy(): unknown }>();
  const server = createServer(identity, (socket) => {
    const inner = connect(behind, '127.0.0.1');
    for (const end of [socket, inner]) {
      sockets.add(end);
      end.on('error', () => undefined);
    }
    socket.pipe(inner).pipe(socket);
  });
  server.on('tlsClientError', () => undefined);
  const port = await listen(server);
  return {
    port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
