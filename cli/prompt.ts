import { createInterface } from 'node:readline';
import type { Environment } from './environment.ts';

/** Asks for a yes; everything else, an end of the input and Ctrl-C are a no. */
export async function confirm(question: string, environment: Environment, signal: AbortSignal): Promise<boolean> {
  const answer = await ask(`${question} [y/N] `, environment, signal);
  return answer !== undefined && /^y(es)?$/i.test(answer.trim());
}

/** The line that a person typed, or undefined when they ended the input or the signal came first. */
export function ask(question: string, environment: Environment, signal: AbortSignal): Promise<string | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    // Not readline's own terminal handling: the terminal edits the line, and Ctrl-C stays a signal of the process.
    const lines = createInterface({ input: environment.input, output: environment.notes.stream, terminal: false });
    const end = () => lines.close();
    signal.addEventListener('abort', end, { once: true });
    let answer: string | undefined;
    lines.once('close', () => {
      signal.removeEventListener('abort', end);
      resolve(answer);
    });
    lines.question(question, (line) => {
      answer = line;
      lines.close();
    });
  });
}
