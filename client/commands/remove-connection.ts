import * as vscode from 'vscode';
import { askConnection } from '../connections/ask-connection.ts';
import type { Connections } from '../connections/connections.ts';
import { SANDBOX } from '../connections/sandbox-name.ts';
import type { Dialogs } from '../dialogs.ts';
import { Stopped } from '../stopped.ts';

/** Takes a connection and its account off this machine. Jobs and links of files stay as they are. */
export async function removeConnection(connections: Connections, dialogs: Dialogs): Promise<void> {
  const removable = connections.list().filter((connection) => connection.name !== SANDBOX);
  if (removable.length === 0)
    throw new Stopped(vscode.l10n.t('There is no connection to remove: the sandbox is always there.'));
  const name = await askConnection(removable, undefined, dialogs);
  if (name === undefined) return;
  const answer = await dialogs.ask({
    severity: 'warning',
    modal: true,
    message: vscode.l10n.t('Remove the connection “{0}” and what is kept to sign in?', name),
    detail: vscode.l10n.t('Jobs on the platform, and which file is which job, stay as they are.'),
    buttons: [{ answer: 'remove', label: vscode.l10n.t('Remove') }],
  });
  if (answer === 'remove') await connections.remove(name);
}
