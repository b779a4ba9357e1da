import { createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';
import { nodeEnvironment } from './node-environment.ts';
import { serveLanguage } from './server.ts';
import { WholeMessageWriter } from './whole-message-writer.ts';

/** Serves the language over standard input and output until the editor ends it; nothing else may write to stdout. */
export function runLanguageServer(): void {
  const reader = new StreamMessageReader(process.stdin);
  const connection = createConnection(ProposedFeatures.all, reader, new WholeMessageWriter(process.stdout));
  let shutDown = false;
  connection.onShutdown(() => {
    shutDown = true;
  });
  // An editor that goes without a word is an error, as the protocol has it.
  process.stdin.on('close', () => process.exit(shutDown ? 0 : 1));
  serveLanguage(connection, nodeEnvironment());
}
