import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';
import { ProtocolTrace } from './protocol-trace.ts';
import { Stopped } from './stopped.ts';

/** The language server as the extension uses it: a process of its own, spoken to over IPC. */
export class LanguageServer implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #trace: ProtocolTrace;
  readonly #log: vscode.LogOutputChannel;

  constructor(modulePath: string, log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#trace = new ProtocolTrace(log);
    const run = { module: modulePath, transport: TransportKind.ipc };
    this.#client = new LanguageClient(
      'pmjob',
      'PM Job',
      { run, debug: run },
      {
        documentSelector: [{ language: 'pmjob' }],
        outputChannel: log,
        traceOutputChannel: this.#trace,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
      },
    );
  }

  /** Starts the server; nobody waits for it, so a failure goes to the log. */
  start(): void {
    this.#client.start().catch((error: unknown) => this.#log.error(`The language server did not start: ${error}`));
  }

  async restart(): Promise<void> {
    await this.#client.restart();
    this.#log.info('The language server has been restarted.');
  }

  /** Asks the server; waits for one that is still starting. */
  async request<Answer>(method: string, parameters: object): Promise<Answer> {
    if (this.#client.state === State.Starting) await this.#client.start();
    if (this.#client.state !== State.Running)
      throw new Stopped(
        vscode.l10n.t(
          'The language server is not running, so the file cannot be checked and nothing was sent. Run “PM Job: Restart Language Server”.',
        ),
      );
    return this.#client.sendRequest<Answer>(method, parameters);
  }

  async dispose(): Promise<void> {
    await this.#client.dispose();
    this.#trace.dispose();
  }
}
