import * as vscode from 'vscode';
import { askConnection } from '../connections/ask-connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Dialogs } from '../dialogs.ts';

/** Lets the person say which connection this window uses from now on. */
export async function chooseConnection(connections: Connections, dialogs: Dialogs): Promise<void> {
  const current = connections.currentName(vscode.window.activeTextEditor?.document.uri);
  const name = await askConnection(connections.list(), current, dialogs);
  if (name !== undefined) await connections.use(name);
}
