import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface SandboxOptions {
  /** The bundled command line. */
  commandPath: string;
  /** 0: any free port. */
  port: number;
  /** Where its jobs are kept; they go with the process when there is none. */
  stateFile?: string;
  /** What it says while it runs. */
  log(line: string): void;
}

export interface RunningSandbox {
  url: string;
  port: number;
  process: ChildProcess;
}

const START_LIMIT_MILLISECONDS = 20_000;
const LISTENING = /listening on (http:\/\/127\.0\.0\.1:(\d+))/;

/**
 * Starts the sandbox as a process of its own, with the editor's own Node. It ends when its standard input closes, so
 * it never outlives the editor. Rejects with what it said when it ends before it listens.
 */
export async function startSandboxProcess(options: SandboxOptions): Promise<RunningSandbox> {
  const words = [options.commandPath, 'sandbox', '--port', String(options.port), '--exit-with-stdin'];
  if (options.stateFile !== undefined) words.push('--state', options.stateFile);
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill();
      fail('it did not listen in time');
    }, START_LIMIT_MILLISECONDS);
    const fail = (why: string) => {
      clearTimeout(limit);
      reject(new Error(`The sandbox did not start: ${why}. ${said.slice(-3).join(' ')}`.trim()));
    };
    const read = (line: string) => {
      said.push(line);
      options.log(line);
      const found = LISTENING.exec(line);
      if (found?.[1] === undefined || found[2] === undefined) return;
      clearTimeout(limit);
      resolve({ url: found[1], port: Number(found[2]), process: child });
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with ${code ?? 'a signal'}`));
  });
}
