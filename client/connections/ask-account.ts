import * as vscode from 'vscode';
import { isToken } from '../../api/token.ts';
import type { Dialogs } from '../dialogs.ts';
import type { Account } from './accounts.ts';

/** Asks how to sign in to a connection, without showing a secret; undefined when the person backs out. */
export async function askAccount(
  connection: string,
  before: Account | undefined,
  dialogs: Dialogs,
): Promise<Account | undefined> {
  const way = await dialogs.choose(vscode.l10n.t('Sign in to “{0}”', connection), [
    {
      label: vscode.l10n.t('User name and password'),
      description: vscode.l10n.t('a new token is got whenever one has ended'),
      value: 'password' as const,
    },
    {
      label: vscode.l10n.t('Token'),
      description: vscode.l10n.t('a JWT that you have, valid for some hours'),
      value: 'token' as const,
    },
  ]);
  if (way === undefined) return undefined;
  return way === 'password' ? askPassword(connection, before, dialogs) : askToken(connection, dialogs);
}

async function askPassword(
  connection: string,
  before: Account | undefined,
  dialogs: Dialogs,
): Promise<Account | undefined> {
  const title = vscode.l10n.t('Sign in to “{0}”', connection);
  const username = await dialogs.type({
    title,
    prompt: vscode.l10n.t('User name'),
    ...(before?.kind === 'password' && { value: before.username }),
    problem: (text) => (text.trim() === '' ? vscode.l10n.t('A user name is needed.') : undefined),
  });
  if (username === undefined) return undefined;
  const password = await dialogs.type({
    title,
    prompt: vscode.l10n.t('Password of {0}. It is kept in the editor’s secret storage.', username.trim()),
    secret: true,
    problem: (text) => (text === '' ? vscode.l10n.t('A password is needed.') : undefined),
  });
  return password === undefined ? undefined : { kind: 'password', username: username.trim(), password };
}

async function askToken(connection: string, dialogs: Dialogs): Promise<Account | undefined> {
  const typed = await dialogs.type({
    title: vscode.l10n.t('Token for “{0}”', connection),
    prompt: vscode.l10n.t('Paste the token (JWT). It is kept in the editor’s secret storage.'),
    secret: true,
    problem: tokenProblem,
  });
  return typed === undefined ? undefined : { kind: 'token', token: typed.trim(), kept: Date.now() };
}

function tokenProblem(text: string): string | undefined {
  if (text.trim() === '') return vscode.l10n.t('A token is needed.');
  return isToken(text.trim()) ? undefined : vscode.l10n.t('A token has no blanks and no line breaks.');
}
