import * as vscode from 'vscode';
import { describeConnectionTest } from '../../api/connection-test-text.ts';
import { askConnection } from '../connections/ask-connection.ts';
import type { Connections } from '../connections/connections.ts';
import { SANDBOX } from '../connections/sandbox-name.ts';
import { signInAnew } from '../connections/sign-in.ts';
import type { Dialogs } from '../dialogs.ts';
import { Stopped } from '../stopped.ts';

/** Signs in to a connection, also in the place of the user, the password or the token that is kept for it. */
export async function signIn(connections: Connections, dialogs: Dialogs): Promise<void> {
  const others = connections.list().filter((connection) => connection.name !== SANDBOX);
  const [only] = others;
  if (only === undefined)
    throw new Stopped(vscode.l10n.t('There is no connection to sign in to. Run “PM Job: Add Connection…” first.'));
  const current = connections.currentName(vscode.window.activeTextEditor?.document.uri);
  const name = others.length === 1 ? only.name : await askConnection(others, current, dialogs);
  if (name === undefined) return;
  const tried = await signInAnew(name, connections, dialogs);
  if (tried === undefined) return;
  await dialogs.ask({
    severity: tried.kind === 'works' ? 'information' : 'warning',
    message: describeConnectionTest(tried),
    modal: false,
    buttons: [],
  });
}
