import * as vscode from 'vscode';
import { checkBaseUrl } from '../../api/connection.ts';
import { KNOWN_GATEWAYS } from '../../api/known-gateways.ts';
import type { Dialogs } from '../dialogs.ts';

/** Asks where a platform is: one of the public gateways, or an address that the person types. */
export async function askGateway(name: string, dialogs: Dialogs): Promise<string | undefined> {
  const known = KNOWN_GATEWAYS.map(({ url, region }) => ({
    label: new URL(url).host,
    ...(region !== undefined && { description: region }),
    value: url,
  }));
  const other = { label: vscode.l10n.t('$(edit) Another address…'), value: undefined };
  const chosen = await dialogs.choose<{ url: string | undefined }>(
    vscode.l10n.t('Add a Connection: the gateway of “{0}”', name),
    [...known, other].map((choice) => ({ ...choice, value: { url: choice.value } })),
  );
  return chosen === undefined ? undefined : (chosen.url ?? askAddress(name, dialogs));
}

async function askAddress(name: string, dialogs: Dialogs): Promise<string | undefined> {
  const typed = await dialogs.type({
    title: vscode.l10n.t('Add a Connection'),
    prompt: vscode.l10n.t('The base URL of the API of “{0}”.', name),
    placeholder: 'https://gateway.example.com',
    problem: addressProblem,
  });
  if (typed === undefined) return undefined;
  const checked = checkBaseUrl(typed);
  return 'url' in checked ? checked.url : undefined;
}

function addressProblem(text: string): string | undefined {
  const checked = checkBaseUrl(text);
  return 'problem' in checked ? checked.problem : undefined;
}
