import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import type { Connection } from '../../api/platform.ts';
import { openSession, type Session } from '../../api/session.ts';
import type { Transport } from '../../api/transport/transport.ts';
import { Stopped } from '../stopped.ts';
import {
  defaultConnectionName,
  readConnections,
  removeStoredConnection,
  runningSandboxUrl,
  storeConnection,
} from './connection-settings.ts';
import type { OwnSandbox } from './own-sandbox.ts';
import { SANDBOX, SANDBOX_TOKEN } from './sandbox-name.ts';
import type { Tokens } from './tokens.ts';

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
  tokens: Tokens;
  transport: Transport;
  clock: Clock;
}

/** Which connections there are, which one is used, and the way to a session with it. */
export class Connections implements vscode.Disposable {
  readonly #parts: ConnectionParts;
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

  async add(connection: Connection, token: string): Promise<void> {
    await storeConnection(connection);
    await this.#parts.tokens.keep(connection, token);
    this.#changed.fire();
  }

  /** Forgets a connection with its token and its subscription. Links of files to jobs there stay. */
  async remove(name: string): Promise<void> {
    const connection = this.#find(name);
    await this.#parts.tokens.forget(connection);
    await this.#parts.context.globalState.update(customerKey(connection), undefined);
    await removeStoredConnection(name);
    this.#changed.fire();
  }

  async keepToken(name: string, token: string): Promise<void> {
    await this.#parts.tokens.keep(this.#find(name), token);
  }

  async forgetToken(name: string): Promise<void> {
    await this.#parts.tokens.forget(this.#find(name));
  }

  async isSignedIn(name: string): Promise<boolean> {
    return name === SANDBOX || (await this.#parts.tokens.of(this.#find(name))) !== undefined;
  }

  /** A session with that connection. Starts the sandbox when it is asked for and none runs. */
  async open(name: string): Promise<Session> {
    const { transport, clock, context, tokens } = this.#parts;
    if (name === SANDBOX) {
      const connection = { name, baseUrl: await this.#sandboxUrl(), protected: false };
      return openSession({ connection, credentials: { kind: 'token', token: SANDBOX_TOKEN }, transport, clock });
    }
    const connection = this.#find(name);
    const token = await tokens.of(connection);
    const knownCustomerId = context.globalState.get<string>(customerKey(connection));
    return openSession({
      connection,
      credentials: token === undefined ? { kind: 'none' } : { kind: 'token', token },
      transport,
      clock,
      ...(knownCustomerId === undefined ? {} : { knownCustomerId }),
    });
  }

  /** Remembers which subscription a connection leads to; another one later stops every push. */
  async rememberCustomer(connection: Connection, customerId: string): Promise<void> {
    if (connection.name !== SANDBOX) await this.#parts.context.globalState.update(customerKey(connection), customerId);
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
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
