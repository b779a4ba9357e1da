import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeEnvironment } from './node-environment.ts';
import { serveLanguage } from './server.ts';
import { runLanguageServer } from './stdio.ts';

// Started by an editor, with `--stdio` or `--node-ipc`. The connection watches the editor's process; an IPC channel that
// closes is the end as well.
if (process.argv.includes('--stdio')) runLanguageServer();
else {
  process.on('disconnect', () => process.exit(0));
  serveLanguage(createConnection(ProposedFeatures.all), nodeEnvironment());
}
