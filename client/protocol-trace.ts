import * as vscode from 'vscode';

const SETTING = 'pmjob.trace.server';

/**
 * Writes the protocol's trace lines to the log as information, so that the setting alone decides whether they are
 * seen. The language client traces when this channel's level is Trace, which it is while the setting asks for it.
 */
export class ProtocolTrace implements vscode.LogOutputChannel {
  readonly name: string;
  readonly onDidChangeLogLevel: vscode.Event<vscode.LogLevel>;
  readonly #log: vscode.LogOutputChannel;
  readonly #levelChanged = new vscode.EventEmitter<vscode.LogLevel>();
  readonly #settings: vscode.Disposable;

  constructor(log: vscode.LogOutputChannel) {
    this.name = log.name;
    this.#log = log;
    this.onDidChangeLogLevel = this.#levelChanged.event;
    this.#settings = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SETTING)) this.#levelChanged.fire(this.logLevel);
    });
  }

  get logLevel(): vscode.LogLevel {
    const wanted = vscode.workspace.getConfiguration().get<string>(SETTING);
    return wanted === 'messages' ? vscode.LogLevel.Trace : vscode.LogLevel.Off;
  }

  trace(message: string): void {
    this.#log.info(message);
  }
  debug(message: string): void {
    this.#log.debug(message);
  }
  info(message: string): void {
    this.#log.info(message);
  }
  warn(message: string): void {
    this.#log.warn(message);
  }
  error(error: string | Error): void {
    this.#log.error(error);
  }
  append(text: string): void {
    this.#log.append(text);
  }
  appendLine(text: string): void {
    this.#log.appendLine(text);
  }
  replace(text: string): void {
    this.#log.replace(text);
  }
  clear(): void {
    this.#log.clear();
  }
  show(): void {
    this.#log.show();
  }
  hide(): void {
    this.#log.hide();
  }
  dispose(): void {
    this.#settings.dispose();
    this.#levelChanged.dispose();
  }
}
