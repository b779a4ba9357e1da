import { request } from 'node:http';
import { createServer } from 'node:https';
import { listen } from './listen.ts';

/** Stands before a server of this machine and speaks TLS for it, as a gateway does: what is behind is asked by its own address. */
export async function startTlsFront(
  behind: number,
  identity: { key: string; cert: string },
): Promise<{ port: number; close(): void }> {
  const server = createServer(identity, (asked, answer) => {
    const { method, url, headers } = asked;
    const host = `127.0.0.1:${behind}`;
    const inner = request({ host: '127.0.0.1', port: behind, method, path: url, headers: { ...headers, host } });
    inner.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    inner.on('error', () => answer.destroy());
    asked.pipe(inner);
  });
  const port = await listen(server);
  return {
    port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
