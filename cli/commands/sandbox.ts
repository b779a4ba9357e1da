import { type Command, InvalidArgumentError } from 'commander';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';

interface SandboxOptions {
  port: number;
  state?: string;
  exitWithStdin?: boolean;
}

export function addSandbox(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  program
    .command('sandbox')
    .summary('run a platform of your own, on this machine')
    .description(
      'Runs an emulator of the Patch Management API on 127.0.0.1, to try jobs without an account. It prints its address ' +
        'and runs until Ctrl-C. Sign in with user "sandbox" and password "sandbox", or with the token "sandbox".',
    )
    .option('--port <number>', 'port to listen on; 0 takes a free one', port, 0)
    .option('--state <file>', 'keep the jobs in this file (default: they are gone when it ends)')
    .option('--exit-with-stdin', 'end when standard input ends, so that no sandbox outlives its parent')
    .addHelpText(
      'after',
      `
Example:
  pmjob sandbox --port 8080
  PMJOB_TOKEN=sandbox pmjob push --url http://127.0.0.1:8080 job.pmjob.json`,
    )
    .action(async (options: SandboxOptions) => finish(await runSandbox(options, environment)));
}

async function runSandbox(options: SandboxOptions, environment: Environment): Promise<ExitCode> {
  const asked = stopAsked(options.exitWithStdin === true, environment);
  const { SandboxError, startSandbox } = await import('../../sandbox/sandbox.ts');
  const sandbox = await startSandbox({
    port: options.port,
    ...(options.state === undefined ? {} : { stateFile: options.state }),
  }).catch((error: unknown) => {
    throw error instanceof SandboxError ? new UsageError(error.message) : error;
  });
  environment.result.print(`listening on ${sandbox.url}`);
  environment.notes.print('User and password: sandbox / sandbox; token: sandbox. Ctrl-C ends it.');
  await asked;
  await sandbox.close();
  return EXIT.fine;
}

/** Resolves at Ctrl-C, at a request to end, and, when wanted, at the end of standard input. */
function stopAsked(withInput: boolean, environment: Environment): Promise<void> {
  return new Promise((resolve) => {
    environment.interruption().addEventListener('abort', () => resolve(), { once: true });
    if (!withInput) return;
    environment.input.once('close', resolve);
    environment.input.once('end', resolve);
    environment.input.resume();
  });
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return number;
}
