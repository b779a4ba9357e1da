import { once } from 'node:events';
import { start } from '../cli/support/pmjob.ts';
import type { Ended } from './terminal.ts';

/** In the place of an exit code. */
export const KILLED = -1;

/** Runs the command line as a process of its own, and kills it as soon as something has come about. */
export async function killedWhen(
  moment: () => Promise<boolean>,
  words: string[],
  folder: string,
  variables: Record<string, string>,
): Promise<Ended> {
  const child = start(words, { folder, variables });
  let [result, notes] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => {
    result += bytes.toString('utf8');
  });
  child.stderr.on('data', (bytes: Buffer) => {
    notes += bytes.toString('utf8');
  });
  const closed = once(child, 'close');
  while (child.exitCode === null && !(await moment())) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGKILL');
  await closed;
  if (child.signalCode !== 'SIGKILL') throw new Error(`It had ended before: ${result}${notes}`);
  return { code: KILLED, result, notes };
}
