import pico from 'picocolors';
import type { Clock } from '../api/clock.ts';
import { systemClock } from '../api/disk/system-clock.ts';
import type { Transport } from '../api/transport/transport.ts';
import { type UndiciOptions, undiciTransport } from '../api/transport/undici.ts';

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
}

export function processEnvironment(from: NodeJS.Process): Environment {
  return {
    workingFolder: from.cwd(),
    variables: from.env,
    input: from.stdin,
    result: outputTo(from.stdout, from.env),
    notes: outputTo(from.stderr, from.env),
    interactive: from.stdin.isTTY === true && from.stderr.isTTY === true,
    clock: systemClock,
    openTransport: undiciTransport,
    interruption: () => interruptionOf(from),
  };
}

function outputTo(stream: NodeJS.WriteStream, variables: Environment['variables']): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has closed the pipe (`pmjob … | head`): nobody is left to tell.
    if (error.code !== 'EPIPE') throw error;
  });
  const coloured = stream.isTTY === true && !variables.NO_COLOR && variables.TERM !== 'dumb';
  return {
    print: (text) => void stream.write(`${text}\n`),
    stream,
    colours: pico.createColors(coloured),
    columns: stream.isTTY === true ? stream.columns : undefined,
  };
}

function interruptionOf(from: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  from.once('SIGINT', () => controller.abort());
  from.once('SIGTERM', () => controller.abort());
  return controller.signal;
}
