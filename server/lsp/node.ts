import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeEnvironment } from './node-environment.ts';
import { serveLanguage } from './server.ts';

// Started by an editor, with `--stdio` or `--node-ipc`. The connection watches the editor's process; an IPC channel that
// closes is the end as well.
process.on('disconnect', () => process.exit(0));
serveLanguage(createConnection(ProposedFeatures.all), nodeEnvironment());
