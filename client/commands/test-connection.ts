import * as vscode from 'vscode';
import { describeConnectionTest, stepsOf } from '../../api/connection-test-text.ts';
import { askConnection } from '../connections/ask-connection.ts';
import type { Connections } from '../connections/connections.ts';
import { isRefused, signInAnew, tryAccount } from '../connections/sign-in.ts';
import type { Dialogs } from '../dialogs.ts';

/** Says whether a connection works: for whom and until when; or which step on the way fails, and what to do next. */
export async function testConnection(
  connections: Connections,
  dialogs: Dialogs,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const current = connections.currentName(vscode.window.activeTextEditor?.document.uri);
  const all = connections.list();
  const name = all.length === 1 ? current : await askConnection(all, current, dialogs);
  if (name === undefined) return;
  const tested = (await connections.isSignedIn(name))
    ? await tryAccount(name, undefined, connections)
    : await signInAnew(name, connections, dialogs);
  if (tested === undefined || tested.kind === 'cancelled') return;
  const lines = stepsOf(tested).map(({ title, state }) => `  ${state}: ${title}`);
  log.info([`Connection “${name}” (${tested.host}):`, ...lines].join('\n'));
  const answer = await dialogs.ask({
    severity: tested.kind === 'works' ? 'information' : 'error',
    message: describeConnectionTest(tested),
    modal: false,
    buttons: [
      ...(isRefused(tested) ? [{ answer: 'sign-in' as const, label: vscode.l10n.t('Sign In') }] : []),
      { answer: 'log' as const, label: vscode.l10n.t('Show Log') },
    ],
  });
  if (answer === 'log') log.show();
  if (answer === 'sign-in') await signInAnew(name, connections, dialogs);
}
