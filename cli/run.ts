import { type Command, CommanderError } from 'commander';
import { describeFailure } from '../api/failure-text.ts';
import type { Environment } from './environment.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { failureOf } from './known-failure.ts';
import { printable } from './printable.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs the program and turns everything that it throws into a sentence and an exit code; undefined when it ended well.
 */
export async function run(
  program: Command,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode | undefined> {
  try {
    await program.parseAsync(words, { from: 'user' });
    return undefined;
  } catch (error) {
    // Commander has printed its own sentence, or the help or version that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    const { notes } = environment;
    if (error instanceof UsageError) {
      notes.print(`error: ${printable(error.message)}`);
      return EXIT.usage;
    }
    const failure = failureOf(error);
    if (failure === undefined) sayUnexpected(error, environment);
    else notes.print(`error: ${printable(describeFailure(failure))}`);
    return failure?.kind === 'cancelled' ? EXIT.cancelled : EXIT.problem;
  }
}

/** A mistake of ours: what it was for everybody, where it was for those who ask. */
export function sayUnexpected(error: unknown, { notes, variables }: Environment): void {
  notes.print(`error: Something happened that pmjob did not expect: ${sayError(error, variables)}.`);
  if (variables.PMJOB_DEBUG) notes.print(withoutSecrets(stackOf(error), variables));
  else notes.print('Set PMJOB_DEBUG=1 to see where.');
}

function sayError(error: unknown, variables: Environment['variables']): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return printable(withoutSecrets(text.split('\n')[0] ?? '', variables));
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function withoutSecrets(text: string, variables: Environment['variables']): string {
  return [variables.PMJOB_TOKEN, variables.PMJOB_PASSWORD]
    .filter((secret) => secret !== undefined && secret !== '')
    .reduce((shown: string, secret) => shown.replaceAll(secret ?? '', '…'), text);
}
