import * as vscode from 'vscode';
import type { Choice, Dialogs } from '../dialogs.ts';
import { Stopped } from '../stopped.ts';
import { askToken } from './ask-token.ts';
import type { Connections, ListedConnection } from './connections.ts';

/** Lets the person choose among the connections that there are; undefined when they back out. */
export async function askConnection(
  connections: ListedConnection[],
  current: string | undefined,
  dialogs: Dialogs,
): Promise<string | undefined> {
  return dialogs.choose(
    vscode.l10n.t('Which connection?'),
    connections.map((connection) => choiceOf(connection, current)),
  );
}

/** The connection to work with: the one in use, else one that the person chooses now. Signs in when needed. */
export async function connectionToUse(
  resource: vscode.Uri | undefined,
  connections: Connections,
  dialogs: Dialogs,
): Promise<string> {
  const current = connections.currentName(resource);
  const name = current ?? (await askConnection(connections.list(), undefined, dialogs));
  if (name === undefined) throw new vscode.CancellationError();
  if (current === undefined) await connections.use(name);
  if (!(await connections.isSignedIn(name))) {
    const token = await askToken(name, dialogs);
    if (token === undefined) throw new Stopped(vscode.l10n.t('“{0}” needs a token. Nothing was sent.', name));
    await connections.keepToken(name, token);
  }
  return name;
}

function choiceOf(connection: ListedConnection, current: string | undefined): Choice<string> {
  const marks = [
    ...(connection.name === current ? [vscode.l10n.t('in use')] : []),
    ...(connection.protected ? [vscode.l10n.t('protected')] : []),
  ];
  const where = connection.host ?? vscode.l10n.t('on this machine, started when it is first used');
  return { label: connection.name, description: [where, ...marks].join(' · '), value: connection.name };
}
