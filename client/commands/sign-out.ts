import * as vscode from 'vscode';
import { askConnection } from '../connections/ask-connection.ts';
import type { Connections, ListedConnection } from '../connections/connections.ts';
import { SANDBOX } from '../connections/sandbox-name.ts';
import type { Dialogs } from '../dialogs.ts';
import { Stopped } from '../stopped.ts';

/** Forgets the user, the password and the token of a connection; whoever pushes next signs in again. */
export async function signOut(connections: Connections, dialogs: Dialogs): Promise<void> {
  const signedIn: ListedConnection[] = [];
  for (const connection of connections.list())
    if (connection.name !== SANDBOX && (await connections.isSignedIn(connection.name))) signedIn.push(connection);
  if (signedIn.length === 0) throw new Stopped(vscode.l10n.t('Nobody is signed in to any connection.'));
  const name = await askConnection(signedIn, undefined, dialogs);
  if (name === undefined) return;
  await connections.signOut(name);
  await dialogs.ask({
    severity: 'information',
    message: vscode.l10n.t(
      'Signed out of “{0}”: what was kept to sign in is forgotten. The next push asks for it.',
      name,
    ),
    modal: false,
    buttons: [],
  });
}
