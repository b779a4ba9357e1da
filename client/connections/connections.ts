import * as vscode from 'vscode';
import { type SignedIn, usualEnd } from '../../api/access-token.ts';
import type { Connection } from '../../api/platform.ts';
import type { Session } from '../../api/session.ts';
import { tokenClaims } from '../../api/token-claims.ts';
import { Stopped } from '../stopped.ts';
import type { Account, Accounts } from './accounts.ts';
import {
  defaultConnectionName,
  readConnections,
  removeStoredConnection,
  runningSandboxUrl,
  storeConnection,
} from './connection-settings.ts';
import type { OwnSandbox } from './own-sandbox.ts';
import { SANDBOX, SANDBOX_TOKEN } from './sandbox-name.ts';
import type { Sessions } from './sessions.ts';

const CHOSEN = 'connection.chosen';

/** A connection as it is listed. The sandbox's address is known only once it runs. */
export interface ListedConnection {
  name: string;
  /** Undefined for a sandbox that this window would start. */
  host: string | undefined;
  protected: boolean;
}

/** What is needed to keep connections. */
export interface ConnectionParts {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  sandbox: OwnSandbox;
  accounts: Accounts;
  sessions: Sessions;
}

/** Which connections there are, which one is used, and the way to a session with it. */
export class Connections implements vscode.Disposable {
  readonly #parts: ConnectionParts;
  readonly #asking = new Map<string, Promise<boolean>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #settings: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#settings = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('pmjob')) this.#changed.fire();
    });
  }

  /** The sandbox first, then those of the settings. */
  list(): ListedConnection[] {
    const running = runningSandboxUrl();
    const host = running !== undefined && 'url' in running ? new URL(running.url).host : undefined;
    const defined = this.#defined().map((connection) => ({
      name: connection.name,
      host: new URL(connection.baseUrl).host,
      protected: connection.protected,
    }));
    return [{ name: SANDBOX, host, protected: false }, ...defined];
  }

  /**
   * The name of the connection in use: the one chosen in this window, else the settings' default, else the sandbox
   * when it is the only one. Undefined when the person has to choose.
   */
  currentName(resource: vscode.Uri | undefined): string | undefined {
    const names = this.list().map((connection) => connection.name);
    const wanted = this.#parts.context.workspaceState.get<string>(CHOSEN) ?? defaultConnectionName(resource);
    if (wanted !== undefined && names.includes(wanted)) return wanted;
    return names.length === 1 ? SANDBOX : undefined;
  }

  async use(name: string): Promise<void> {
    await this.#parts.context.workspaceState.update(CHOSEN, name);
    this.#changed.fire();
  }

  async add(connection: Connection): Promise<void> {
    await storeConnection(connection);
    this.#changed.fire();
  }

  /** Forgets a connection with its account and its subscription. Links of files to jobs there stay. */
  async remove(name: string): Promise<void> {
    const connection = this.#find(name);
    await this.signOut(name);
    await this.#parts.context.globalState.update(customerKey(connection), undefined);
    await removeStoredConnection(name);
    this.#changed.fire();
  }

  async account(name: string): Promise<Account | undefined> {
    return name === SANDBOX ? undefined : this.#parts.accounts.of(this.#find(name));
  }

  async keepAccount(name: string, account: Account): Promise<void> {
    await this.#parts.accounts.keep(this.#find(name), account);
    this.#parts.sessions.forget(name);
    this.#changed.fire();
  }

  async signOut(name: string): Promise<void> {
    await this.#parts.accounts.forget(name);
    this.#parts.sessions.forget(name);
    this.#changed.fire();
  }

  async isSignedIn(name: string): Promise<boolean> {
    return name === SANDBOX || (await this.account(name)) !== undefined;
  }

  /** Who is signed in there, and until when, as far as it is known without asking; undefined when nobody is. */
  async signedIn(name: string): Promise<SignedIn | undefined> {
    const account = await this.account(name);
    if (account === undefined) return undefined;
    const { signedIn } = this.#parts.sessions.present(name) ?? {};
    if (account.kind === 'password') return { user: account.username, expires: signedIn?.expires };
    const { user, expires } = tokenClaims(account.token);
    return { user, expires: expires ?? usualEnd(account.kept) };
  }

  /**
   * Lets one sign-in at a time ask: whoever wants another of the same connection meanwhile waits for it and has what
   * comes of it.
   */
  async askOnce(name: string, ask: () => Promise<boolean>): Promise<boolean> {
    const asking = this.#asking.get(name) ?? ask().finally(() => this.#asking.delete(name));
    this.#asking.set(name, asking);
    return asking;
  }

  /** A session with that connection. Starts the sandbox when it is asked for and none runs. */
  async open(name: string): Promise<Session> {
    return this.#parts.sessions.open(await this.#opening(name));
  }

  /** The session that a command would use, when there is one to be had without asking and without starting anything. */
  async openQuietly(name: string): Promise<Session | undefined> {
    if (name === SANDBOX)
      return runningSandboxUrl() !== undefined || this.#parts.sandbox.isRunning ? this.open(name) : undefined;
    return (await this.isSignedIn(name)) ? this.open(name) : undefined;
  }

  /** A session that signs in anew, with an account that is not kept yet, or else with the one that is. */
  async openAnother(name: string, account?: Account): Promise<Session> {
    const opening = await this.#opening(name);
    return this.#parts.sessions.openAnother(account === undefined ? opening : { ...opening, account });
  }

  /** Remembers which subscription a connection leads to; another one later stops every push. */
  async rememberCustomer({ connection }: Session, { customerId }: { customerId?: string | undefined }): Promise<void> {
    if (customerId !== undefined && connection.name !== SANDBOX)
      await this.#parts.context.globalState.update(customerKey(connection), customerId);
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
  }

  async #opening(name: string): Promise<Parameters<Sessions['open']>[0]> {
    if (name === SANDBOX) {
      const connection = { name, baseUrl: await this.#sandboxUrl(), protected: false };
      return { connection, account: { kind: 'token', token: SANDBOX_TOKEN, kept: 0 }, customerId: undefined };
    }
    const connection = this.#find(name);
    const customerId = this.#parts.context.globalState.get<string>(customerKey(connection));
    return { connection, account: await this.account(name), customerId };
  }

  async #sandboxUrl(): Promise<string> {
    const running = runningSandboxUrl();
    if (running === undefined) return this.#parts.sandbox.url();
    if ('url' in running) return running.url;
    throw new Stopped(vscode.l10n.t('The setting “pmjob.sandbox.url” cannot be used. {0}', running.problem));
  }

  #defined(): Connection[] {
    const { connections, problems } = readConnections();
    for (const problem of problems) this.#parts.log.warn(problem);
    return connections;
  }

  #find(name: string): Connection {
    const found = this.#defined().find((connection) => connection.name === name);
    if (found === undefined) throw new Stopped(vscode.l10n.t('There is no connection named “{0}” any more.', name));
    return found;
  }
}

function customerKey(connection: Connection): string {
  return `customer ${new URL(connection.baseUrl).origin} ${connection.name}`;
}
