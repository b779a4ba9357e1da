import type { LanguageServer } from '../language-client.ts';

/** Ends the language server and starts a new one; open files are checked again. */
export async function restartLanguageServer(server: LanguageServer): Promise<void> {
  await server.restart();
}
