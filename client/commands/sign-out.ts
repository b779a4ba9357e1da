import * as vscode from 'vscode';
import { askConnection } from '../connections/ask-connection.ts';
import type { Connections, ListedConnection } from '../connections/connections.ts';
import { SANDBOX } from '../connections/sandbox-name.ts';
import type { Dialogs } from '../dialogs.ts';
import { Stopped } from '../stopped.ts';

/** Forgets the token of a connection; the next push asks for one. */
export async function signOut(connections: Connections, dialogs: Dialogs): Promise<void> {
  const signedIn: ListedConnection[] = [];
  for (const connection of connections.list())
    if (connection.name !== SANDBOX && (await connections.isSignedIn(connection.name))) signedIn.push(connection);
  if (signedIn.length === 0) throw new Stopped(vscode.l10n.t('No token is kept for any connection.'));
  const name = await askConnection(signedIn, undefined, dialogs);
  if (name === undefined) return;
  await connections.forgetToken(name);
  await dialogs.ask({
    severity: 'information',
    message: vscode.l10n.t('The token of “{0}” is forgotten. The next push asks for one.', name),
    modal: false,
    buttons: [],
  });
}
