import pico from 'picocolors';
import type { Clock } from '../api/clock.ts';
import { systemClock } from '../api/disk/system-clock.ts';
import type { Transport } from '../api/transport/transport.ts';
import { type UndiciOptions, undiciTransport } from '../api/transport/undici.ts';
import { compileWebAssemblyOnce } from './connection/compile-once.ts';
import { EXIT } from './exit-code.ts';
import { UsageError } from './usage-error.ts';

export type Colours = ReturnType<typeof pico.createColors>;

/** One stream to a person or a pipe. */
export interface Output {
  /** Writes lines; a line break is added at the end. */
  print(text: string): void;
  /** For a question, which ends without a line break. */
  stream: NodeJS.WritableStream;
  colours: Colours;
  /** In characters; undefined when it is not a terminal. */
  columns: number | undefined;
  /** The system's code for what could not be printed, as on a full disk. */
  lost(): string | undefined;
}

/** The world outside the command, made once in main.ts and handed down. */
export interface Environment {
  workingFolder: string;
  variables: Record<string, string | undefined>;
  input: NodeJS.ReadStream;
  /** The result and nothing else. */
  result: Output;
  /** Progress, questions, notes and errors. */
  notes: Output;
  /** A person can be asked. */
  interactive: boolean;
  clock: Clock;
  /** A way to the network. */
  openTransport(options: UndiciOptions): Transport;
  /** Aborted by Ctrl-C or a request to end; a second one ends the process at once. Call it once per command. */
  interruption(): AbortSignal;
  /** From now on something is under way: a second Ctrl-C says that its outcome is not known, and ends with that code. */
  sent(): void;
}

export function processEnvironment(from: NodeJS.Process): Environment {
  let isSent = false;
  return {
    get workingFolder() {
      return workingFolderOf(from);
    },
    variables: from.env,
    input: from.stdin,
    result: outputTo(from.stdout, from.env),
    notes: outputTo(from.stderr, from.env),
    interactive: from.stdin.isTTY === true && from.stderr.isTTY === true,
    clock: systemClock,
    openTransport: (options) => {
      compileWebAssemblyOnce();
      return undiciTransport(options);
    },
    interruption: () => interruptionOf(from, () => isSent),
    sent: () => {
      isSent = true;
    },
  };
}

function outputTo(stream: NodeJS.WriteStream, variables: Environment['variables']): Output {
  let lost: string | undefined;
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    // The reader has closed the pipe (`pmjob … | head`): nobody is left to tell.
    if (code !== 'EPIPE') lost = code ?? 'no reason given';
  });
  const coloured = stream.isTTY === true && !variables.NO_COLOR && variables.TERM !== 'dumb';
  return {
    print: (text) => void stream.write(`${text}\n`),
    stream,
    colours: pico.createColors(coloured),
    columns: stream.isTTY === true ? stream.columns : undefined,
    lost: () => lost,
  };
}

/** It may be deleted while a shell is in it. Only a command that takes names needs it. */
function workingFolderOf(from: NodeJS.Process): string {
  try {
    return from.cwd();
  } catch {
    throw new UsageError('The folder that you are in is gone or may not be read. Go into another one and try again.');
  }
}

function interruptionOf(from: NodeJS.Process, isSent: () => boolean): AbortSignal {
  const controller = new AbortController();
  const interrupt = (signal: NodeJS.Signals): void => {
    if (!controller.signal.aborted) {
      controller.abort();
      return;
    }
    if (!isSent()) {
      for (const name of ENDS) from.off(name, interrupt);
      from.kill(from.pid, signal);
      return;
    }
    from.stderr.write(
      'Ended. Something was sent, and whether it got through is not known: the same command finds it out.\n',
    );
    from.exit(EXIT.unknown);
  };
  for (const name of ENDS) from.on(name, interrupt);
  return controller.signal;
}

const ENDS = ['SIGINT', 'SIGTERM'] as const;
