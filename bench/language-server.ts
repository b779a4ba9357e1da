import { type ChildProcess, spawn } from 'node:child_process';
import { framed, messageReader } from './messages.ts';

/** A language server in a process of its own, spoken to over its standard input and output as an editor does. */
export interface LanguageServer {
  readonly pid: number;
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  /** The next notification of that name that comes from now on. */
  notified(method: string): Promise<unknown>;
  stop(): Promise<void>;
}

interface Message {
  id?: number | string | null;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

const PATIENCE = 60_000;

/** `program` is a file that Node runs. */
export function startLanguageServer(program: string): LanguageServer {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} could not be started`);

  const answers = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (params: unknown) => void>();
  let lastId = 0;
  const send = (message: object): void => {
    child.stdin.write(framed(message));
  };

  child.stdout.on(
    'data',
    messageReader((read) => {
      const message = read as Message;
      if (message.method === undefined) {
        answers.get(Number(message.id))?.(message);
      } else if (message.id === undefined) {
        listeners.get(message.method)?.(message.params);
      } else send({ id: message.id, result: null });
    }),
  );

  const request = (method: string, params: unknown): Promise<unknown> =>
    inTime(`${method} of ${program}`, (resolve, reject) => {
      const id = ++lastId;
      answers.set(id, ({ result, error }) => {
        answers.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(`${program} answers ${method} with: ${error.message}`));
      });
      send({ id, method, params });
    });

  return {
    pid,
    request,
    notify: (method, params) => send({ method, params }),
    notified: (method) =>
      inTime(`${method} of ${program}`, (resolve) => {
        listeners.set(method, (params) => {
          listeners.delete(method);
          resolve(params);
        });
      }),
    async stop() {
      const ended = ending(child);
      await request('shutdown', undefined);
      send({ method: 'exit' });
      await ended;
    },
  };
}

function inTime<T>(
  name: string,
  start: (resolve: (value: T) => void, reject: (reason: Error) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} did not come in ${PATIENCE / 1000} s`)), PATIENCE);
    const settled = <V>(settle: (value: V) => void) => {
      return (value: V): void => {
        clearTimeout(timer);
        settle(value);
      };
    };
    start(settled(resolve), settled(reject));
  });
}

function ending(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 2_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
