import * as vscode from 'vscode';
import type { Dialogs } from '../dialogs.ts';

/** Asks for a connection's token without showing it; undefined when the person backs out. */
export async function askToken(connection: string, dialogs: Dialogs): Promise<string | undefined> {
  const typed = await dialogs.type({
    title: vscode.l10n.t('Token for “{0}”', connection),
    prompt: vscode.l10n.t('Paste the token (JWT). It is kept in the editor’s secret storage and valid for four hours.'),
    secret: true,
    problem: tokenProblem,
  });
  return typed?.trim();
}

function tokenProblem(text: string): string | undefined {
  if (text.trim() === '') return vscode.l10n.t('A token is needed.');
  return /^[\x21-\x7e]+$/.test(text.trim()) ? undefined : vscode.l10n.t('A token has no blanks and no line breaks.');
}
