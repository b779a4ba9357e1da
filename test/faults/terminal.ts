import { PassThrough } from 'node:stream';
import pico from 'picocolors';
import { undiciTransport } from '../../api/transport/undici.ts';
import type { Output } from '../../cli/environment.ts';
import { pmjob } from '../../cli/pmjob.ts';
import { patientClock } from '../support/patient-clock.ts';

export interface Ended {
  code: number;
  /** Standard output. */
  result: string;
  /** Standard error. */
  notes: string;
}

/** How long a request may take, in milliseconds: long enough for a machine that is busy with other things. */
const PATIENCE = 10_000;

/** The same where no answer comes in time. */
export const LITTLE_PATIENCE = 1_000;

const NEVER = new AbortController().signal;

/** Runs the command line in this process: the real network, the real disk, a clock whose waiting takes no time. */
export async function run(
  words: string[],
  folder: string,
  variables: Record<string, string>,
  { patience = PATIENCE, signal = NEVER }: { patience?: number; signal?: AbortSignal } = {},
): Promise<Ended> {
  const [result, notes] = [sink(), sink()];
  const code = await pmjob(words, {
    workingFolder: folder,
    variables: { ...variables, XDG_CONFIG_HOME: folder, HOME: folder },
    input: process.stdin,
    result: result.output,
    notes: notes.output,
    interactive: false,
    clock: patientClock,
    openTransport: (options) => undiciTransport({ ...options, timeoutMilliseconds: patience }),
    interruption: () => signal,
    sent: () => undefined,
  });
  return { code, result: result.text(), notes: notes.text() };
}

function sink(): { output: Output; text(): string } {
  let written = '';
  const stream = new PassThrough().on('data', (bytes: Buffer) => {
    written += bytes.toString('utf8');
  });
  return {
    output: {
      print: (text) => void stream.write(`${text}\n`),
      stream,
      colours: pico.createColors(false),
      columns: undefined,
      lost: () => undefined,
    },
    text: () => written,
  };
}
