import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';
import { followInlayHintsSetting, inlayHintsWhereWanted } from './language/inlay-hints.ts';
import type { NameTeller } from './names/tell-names.ts';
import { ProtocolTrace } from './protocol-trace.ts';
import { Stopped } from './stopped.ts';

/** The language server as the extension uses it: a process of its own, spoken to over IPC. */
export class LanguageServer implements vscode.Disposable {
  readonly #modulePath: string;
  readonly #rulesPage: string;
  readonly #names: NameTeller;
  readonly #log: vscode.LogOutputChannel;
  readonly #trace: ProtocolTrace;
  readonly #hints: vscode.Disposable;
  readonly #nameChanges: vscode.Disposable;
  #client: LanguageClient;
  #restarting: Promise<void> | undefined;

  /** `rulesPage` is the address behind the codes of diagnostics. */
  constructor(modulePath: string, rulesPage: string, names: NameTeller, log: vscode.LogOutputChannel) {
    this.#modulePath = modulePath;
    this.#rulesPage = rulesPage;
    this.#names = names;
    this.#log = log;
    this.#trace = new ProtocolTrace(log);
    this.#client = this.#newClient();
    this.#hints = followInlayHintsSetting(() => this.#client);
    this.#nameChanges = names.onDidChange(() => void this.#tellOfNames());
  }

  /** Starts the server; nobody waits for it, so a failure goes to the log. */
  start(): void {
    this.#client.start().catch((error: unknown) => this.#log.error(`The language server did not start: ${error}`));
  }

  /**
   * Ends the server, whatever state it is in, and starts a new one: a client that failed to start never does again. Who asks
   * meanwhile waits for the same new one.
   */
  restart(): Promise<void> {
    this.#restarting ??= this.#restart().finally(() => {
      this.#restarting = undefined;
    });
    return this.#restarting;
  }

  async #restart(): Promise<void> {
    await this.#end();
    this.#client = this.#newClient();
    await this.#client.start();
    this.#log.info('The language server has been restarted.');
  }

  /** Asks the server; waits for one that is still starting. */
  async request<Answer>(method: string, parameters: object): Promise<Answer> {
    await this.#started();
    if (this.#client.state !== State.Running)
      throw new Stopped(
        vscode.l10n.t(
          'The language server is not running, so the file cannot be checked and nothing was sent. Run “PM Job: Restart Language Server”.',
        ),
      );
    return this.#client.sendRequest<Answer>(method, parameters);
  }

  async dispose(): Promise<void> {
    this.#hints.dispose();
    this.#nameChanges.dispose();
    await this.#end();
    this.#trace.dispose();
  }

  async #end(): Promise<void> {
    await this.#started();
    if (this.#client.state === State.Running) await this.#client.dispose();
  }

  async #started(): Promise<void> {
    if (this.#client.state === State.Starting) await this.#client.start().catch(() => undefined);
  }

  async #tellOfNames(): Promise<void> {
    if (this.#client.state === State.Running) await this.#client.sendNotification('pmjob/namesChanged');
  }

  #newClient(): LanguageClient {
    const run = { module: this.#modulePath, transport: TransportKind.ipc };
    const client = new LanguageClient(
      'pmjob',
      'PM Job',
      { run, debug: run },
      {
        documentSelector: [{ language: 'pmjob' }],
        // The editor itself checks an open config.json, by the schema that the manifest contributes.
        initializationOptions: { rulesPage: this.#rulesPage, checksSettings: true, tellsNames: true },
        outputChannel: this.#log,
        traceOutputChannel: this.#trace,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        middleware: inlayHintsWhereWanted,
      },
    );
    client.onRequest('pmjob/names', this.#names.tell);
    return client;
  }
}
