import { createConnection } from 'vscode-languageserver/node';
import { serveLanguage } from './server.ts';

/** Serves the language over standard input and output until the editor ends it; nothing else may write to stdout. */
export function runLanguageServer(): void {
  serveLanguage(createConnection(process.stdin, process.stdout), {
    now: () => Date.now(),
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}
