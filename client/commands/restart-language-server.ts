import * as vscode from 'vscode';
import type { LanguageServer } from '../language-client.ts';

/** Milliseconds. */
const TOLD = 5_000;

/** Ends the language server and starts a new one; open files are checked again. */
export async function restartLanguageServer(server: LanguageServer): Promise<void> {
  await server.restart();
  vscode.window.setStatusBarMessage(vscode.l10n.t('The PM Job language server was restarted.'), TOLD);
}
