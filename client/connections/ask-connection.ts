import * as vscode from 'vscode';
import type { Choice, Dialogs } from '../dialogs.ts';
import { Stopped } from '../stopped.ts';
import type { Connections, ListedConnection } from './connections.ts';
import { signInAnew } from './sign-in.ts';

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
  if (!(await connections.isSignedIn(name)) && !(await signInOnce(name, connections, dialogs)))
    throw new Stopped(vscode.l10n.t('Nobody is signed in to “{0}”. Nothing was sent.', name));
  return name;
}

/** Signs in, unless another command is about to: then it waits for that. True when somebody is signed in afterwards. */
export async function signInOnce(name: string, connections: Connections, dialogs: Dialogs): Promise<boolean> {
  return connections.askOnce(name, async () => (await signInAnew(name, connections, dialogs)) !== undefined);
}

function choiceOf(connection: ListedConnection, current: string | undefined): Choice<string> {
  const marks = [
    ...(connection.name === current ? [vscode.l10n.t('in use')] : []),
    ...(connection.protected ? [vscode.l10n.t('protected')] : []),
  ];
  const where = connection.host ?? vscode.l10n.t('on this machine, started when it is first used');
  return { label: connection.name, description: [where, ...marks].join(' · '), value: connection.name };
}
