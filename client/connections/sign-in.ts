import * as vscode from 'vscode';
import { type ConnectionTest, testConnection } from '../../api/connection-test.ts';
import { describeConnectionTest } from '../../api/connection-test-text.ts';
import type { Dialogs } from '../dialogs.ts';
import { withProgress } from '../progress.ts';
import type { Account } from './accounts.ts';
import { askAccount } from './ask-account.ts';
import type { Connections } from './connections.ts';

/**
 * Asks how to sign in and tries it; kept is what the platform takes, or what could not be tried. Resolves with what the
 * try found, or undefined when the person backs out: then what was kept before stays.
 */
export async function signInAnew(
  name: string,
  connections: Connections,
  dialogs: Dialogs,
): Promise<ConnectionTest | undefined> {
  for (;;) {
    const account = await askAccount(name, await connections.account(name), dialogs);
    if (account === undefined) return undefined;
    const tried = await tryAccount(name, account, connections);
    if (tried.kind === 'cancelled') return undefined;
    if (!isRefused(tried)) {
      await connections.keepAccount(name, account);
      return tried;
    }
    const answer = await dialogs.ask({
      severity: 'error',
      message: describeConnectionTest(tried),
      // Other commands wait for this sign-in: a notification could be overlooked, and they would wait for ever.
      modal: true,
      buttons: [{ answer: 'again', label: vscode.l10n.t('Try Again') }],
    });
    if (answer === undefined) return undefined;
  }
}

/** Goes the way to a connection with the account that is kept, or with another one. */
export async function tryAccount(
  name: string,
  account: Account | undefined,
  connections: Connections,
): Promise<ConnectionTest> {
  const session = await connections.openAnother(name, account);
  const tested = await withProgress(vscode.l10n.t('Testing the connection “{0}”', name), (signal) =>
    testConnection(session, signal),
  );
  if (tested.kind === 'works') await connections.rememberCustomer(session, tested);
  return tested;
}

/** Is it the account that the platform does not take, or that belongs elsewhere? */
export function isRefused(tried: ConnectionTest): boolean {
  if (tried.kind !== 'fails') return false;
  return tried.at === 'subscription' || (tried.at === 'sign-in' && REFUSALS.includes(tried.failure.kind));
}

/** Anything else that was answered to a sign-in does not say that the account is wrong. */
const REFUSALS: readonly string[] = ['unauthorised', 'token-expired', 'forbidden', 'rejected'];
