import { createConnection, ProposedFeatures, StreamMessageReader } from './library.ts';
import { messageOrder } from './message-order.ts';
import { nodeEnvironment } from './node-environment.ts';
import { serveLanguage } from './server.ts';
import { WholeMessageWriter } from './whole-message-writer.ts';

/** Serves the language over standard input and output until the editor ends it; nothing else may write to stdout. */
export function runLanguageServer(): void {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new WholeMessageWriter(process.stdout);
  const connection = createConnection(ProposedFeatures.all, reader, writer, { messageStrategy: messageOrder(writer) });
  let shutDown = false;
  connection.onShutdown(() => {
    shutDown = true;
  });
  // An editor that goes without a word is an error, as the protocol has it.
  process.stdin.on('close', () => process.exit(shutDown ? 0 : 1));
  serveLanguage(connection, nodeEnvironment());
}
