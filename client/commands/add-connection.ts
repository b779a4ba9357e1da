import * as vscode from 'vscode';
import { checkBaseUrl } from '../../api/connection.ts';
import { askToken } from '../connections/ask-token.ts';
import { connectionNameProblem } from '../connections/connection-settings.ts';
import type { Connections } from '../connections/connections.ts';
import type { Dialogs } from '../dialogs.ts';

/** Adds a platform to this machine's connections: a name, its address, whether it is protected, a token. */
export async function addConnection(connections: Connections, dialogs: Dialogs): Promise<void> {
  const name = await askName(connections, dialogs);
  if (name === undefined) return;
  const baseUrl = await askUrl(name, dialogs);
  if (baseUrl === undefined) return;
  const isProtected = await askProtection(name, dialogs);
  if (isProtected === undefined) return;
  const token = await askToken(name, dialogs);
  if (token === undefined) return;
  await connections.add({ name, baseUrl, protected: isProtected }, token);
  const use = await dialogs.ask({
    severity: 'information',
    message: vscode.l10n.t('The connection “{0}” is added.', name),
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

async function askUrl(name: string, dialogs: Dialogs): Promise<string | undefined> {
  const typed = await dialogs.type({
    title: vscode.l10n.t('Add a Connection'),
    prompt: vscode.l10n.t('The base URL of the API of “{0}”.', name),
    placeholder: 'https://gateway.qg1.apps.qualys.com',
    problem: urlProblem,
  });
  if (typed === undefined) return undefined;
  const checked = checkBaseUrl(typed);
  return 'url' in checked ? checked.url : undefined;
}

function urlProblem(text: string): string | undefined {
  const checked = checkBaseUrl(text);
  return 'problem' in checked ? checked.problem : undefined;
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
