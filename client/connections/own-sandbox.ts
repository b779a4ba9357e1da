import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Stopped } from '../stopped.ts';
import { type RunningSandbox, startSandboxProcess } from './sandbox-process.ts';

const PORT = 'sandbox.port';

/** While a window is reloaded, the sandbox from before still ends: its port is free a little later. */
const ATTEMPTS = 4;
const BETWEEN_MILLISECONDS = 700;

/**
 * The sandbox of this window: started when it is first used, ended with the extension. Its jobs and its port are kept
 * for each workspace, so that a file's link to a sandbox job still holds after the window was reloaded.
 */
export class OwnSandbox implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  #running: Promise<RunningSandbox> | undefined;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#log = log;
  }

  /** It was started, and has not ended. */
  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  async url(): Promise<string> {
    this.#running ??= this.#start();
    return (await this.#running).url;
  }

  dispose(): void {
    const running = this.#running;
    this.#running = undefined;
    running?.then(
      (sandbox) => sandbox.process.stdin?.end(),
      () => undefined,
    );
  }

  async #start(): Promise<RunningSandbox> {
    try {
      const sandbox = await this.#startOnUsualPort();
      sandbox.process.once('exit', () => {
        this.#log.info('The sandbox has ended.');
        this.#running = undefined;
      });
      return sandbox;
    } catch (error) {
      this.#running = undefined;
      const why = error instanceof Error ? error.message : String(error);
      throw new Stopped(
        vscode.l10n.t('{0} Nothing was sent. The log says more; try it again, or use another connection.', why),
      );
    }
  }

  async #startOnUsualPort(): Promise<RunningSandbox> {
    const folder = this.#context.storageUri?.fsPath;
    const common = {
      commandPath: join(this.#context.extensionPath, 'dist', 'cli.js'),
      log: (line: string) => this.#log.debug(`sandbox: ${line}`),
    };
    if (folder === undefined) return startSandboxProcess({ ...common, port: 0 });
    await mkdir(folder, { recursive: true });
    const stateFile = join(folder, 'sandbox.json');
    const usual = this.#context.workspaceState.get<number>(PORT, 0);
    for (let attempt = 1; ; attempt++) {
      try {
        const sandbox = await startSandboxProcess({ ...common, stateFile, port: usual });
        await this.#context.workspaceState.update(PORT, sandbox.port);
        return sandbox;
      } catch (error) {
        if (usual === 0) throw error;
        this.#log.debug(`The sandbox cannot use its usual port ${usual}. ${error}`);
      }
      if (attempt === ATTEMPTS) break;
      await wait(BETWEEN_MILLISECONDS);
    }
    this.#log.warn(`Something else uses the sandbox's port ${usual}: it starts empty on another one.`);
    return startSandboxProcess({ ...common, port: 0 });
  }
}
