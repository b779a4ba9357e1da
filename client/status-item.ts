import * as vscode from 'vscode';
import type { SignedIn } from '../api/access-token.ts';
import { readLinks } from '../api/link/links.ts';
import type { Connections } from './connections/connections.ts';
import { SANDBOX } from './connections/sandbox-name.ts';
import { stateOf } from './push/job-file.ts';

/** The connection in use, in the status bar, while a job file is in front; its tooltip names the file's jobs. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('pmjob.connection', vscode.StatusBarAlignment.Left);
  readonly #connections: Connections;
  readonly #listeners: vscode.Disposable;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#item.name = vscode.l10n.t('PM Job Connection');
    this.#item.command = 'pmjob.chooseConnection';
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.refresh()),
      connections.onDidChange(() => this.refresh()),
    );
    this.refresh();
  }

  refresh(): void {
    const document = jobFileInFront();
    if (document === undefined) {
      this.#item.hide();
      return;
    }
    const name = this.#connections.currentName(document.uri);
    this.#item.text = `$(server-environment) ${name ?? vscode.l10n.t('Choose a Connection')}`;
    this.#item.accessibilityInformation = {
      label: vscode.l10n.t('PM Job connection: {0}', name ?? vscode.l10n.t('none chosen')),
    };
    void this.#describe(document, name);
    this.#item.show();
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }

  async #describe(document: vscode.TextDocument, name: string | undefined): Promise<void> {
    const host = this.#connections.list().find((connection) => connection.name === name)?.host;
    const signedIn = await this.#signInLine(name);
    const links = await linkLines(document);
    if (jobFileInFront() !== document) return;
    this.#item.tooltip = [
      host === undefined ? vscode.l10n.t('PM Job connection') : vscode.l10n.t('PM Job connection to {0}', host),
      ...signedIn,
      ...links,
      vscode.l10n.t('Select to choose another connection'),
    ].join('\n');
  }

  async #signInLine(name: string | undefined): Promise<string[]> {
    if (name === undefined || name === SANDBOX) return [];
    const signedIn = await this.#connections.signedIn(name).catch(() => undefined);
    return [signedIn === undefined ? vscode.l10n.t('Nobody is signed in') : signInText(signedIn)];
  }
}

function signInText({ user, expires }: SignedIn): string {
  const who = user ?? vscode.l10n.t('a token');
  if (expires === undefined) return vscode.l10n.t('Signed in as {0}', who);
  const until = new Date(expires).toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  if (expires <= Date.now()) return vscode.l10n.t('The sign-in as {0} ended on {1}', who, until);
  return vscode.l10n.t('Signed in as {0} until {1}', who, until);
}

/** The file of the editor's tab in front, also while the keyboard is in a panel. */
function jobFileInFront(): vscode.TextDocument | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText)) return undefined;
  const file = input.uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => document.languageId === 'pmjob' && document.uri.toString() === file,
  );
}

/** Which jobs a file is. Links that cannot be read are told by a push; here they are left out. */
async function linkLines(document: vscode.TextDocument): Promise<string[]> {
  if (document.uri.scheme !== 'file') return [];
  try {
    const { path, state } = await stateOf(document.uri);
    const links = (await readLinks(state)).filter((link) => link.file === path);
    return links.map((link) => vscode.l10n.t('This file is job {0} at {1}', link.id, link.origin));
  } catch {
    return [];
  }
}
