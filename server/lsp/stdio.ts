import { createConnection } from 'vscode-languageserver/node';
import { nodeEnvironment } from './node-environment.ts';
import { serveLanguage } from './server.ts';

/** Serves the language over standard input and output until the editor ends it; nothing else may write to stdout. */
export function runLanguageServer(): void {
  serveLanguage(createConnection(process.stdin, process.stdout), nodeEnvironment());
}
