import * as vscode from 'vscode';
import { describeConnectionTest } from '../../api/connection-test-text.ts';
import { askGateway } from '../connections/ask-gateway.ts';
import { connectionNameProblem } from '../connections/connection-settings.ts';
import type { Connections } from '../connections/connections.ts';
import { signInAnew } from '../connections/sign-in.ts';
import type { Dialogs } from '../dialogs.ts';

/** Adds a platform to this machine's connections: a name, its gateway, whether it is protected; then signs in. */
export async function addConnection(connections: Connections, dialogs: Dialogs): Promise<void> {
  const name = await askName(connections, dialogs);
  if (name === undefined) return;
  const baseUrl = await askGateway(name, dialogs);
  if (baseUrl === undefined) return;
  const isProtected = await askProtection(name, dialogs);
  if (isProtected === undefined) return;
  await connections.add({ name, baseUrl, protected: isProtected });
  const tried = await signInAnew(name, connections, dialogs);
  const use = await dialogs.ask({
    severity: tried === undefined || tried.kind === 'works' ? 'information' : 'warning',
    message: [
      vscode.l10n.t('The connection “{0}” is added.', name),
      tried === undefined
        ? vscode.l10n.t('Nobody is signed in yet: the first push asks.')
        : describeConnectionTest(tried),
    ].join(' '),
    modal: false,
    buttons: [{ answer: 'use', label: vscode.l10n.t('Push to “{0}” from Now On', name) }],
  });
  if (use === 'use') await connections.use(name);
}

async function askName(connections: Connections, dialogs: Dialogs): Promise<string | undefined> {
  const taken = connections.list().map((connection) => connection.name);
  const name = await dialogs.type({
    title: vscode.l10n.t('Add a Connection'),
    prompt: vscode.l10n.t('What do you call this platform?'),
    placeholder: vscode.l10n.t('Test'),
    problem: (text) => connectionNameProblem(text.trim(), taken),
  });
  return name?.trim();
}

async function askProtection(name: string, dialogs: Dialogs): Promise<boolean | undefined> {
  return dialogs.choose(vscode.l10n.t('Add a Connection: is “{0}” protected?', name), [
    {
      label: vscode.l10n.t('Ask before every push'),
      description: vscode.l10n.t('one button, for a test subscription'),
      value: false,
    },
    {
      label: vscode.l10n.t('Protected: ask, and want the name “{0}” typed', name),
      description: vscode.l10n.t('for production'),
      value: true,
    },
  ]);
}
