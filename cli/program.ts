import { Command } from 'commander';
import { version } from '../package.json';
import type { Environment } from './environment.ts';
import { UsageError } from './usage-error.ts';

/** The command `pmjob` without its subcommands. Throws commander's own errors instead of ending the process. */
export function emptyProgram(environment: Environment): Command {
  return new Command('pmjob')
    .description(
      'Qualys Patch Management deployment jobs as files: check them, see what a push would change, push them.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => environment.result.stream.write(text),
      writeErr: (text) => environment.notes.stream.write(text),
    })
    .showHelpAfterError('Run it with --help to see what is possible.')
    .exitOverride()
    .hook('preAction', (_, command) => refuseEmptyNames(command))
    .addHelpText(
      'after',
      `
Start here:
  pmjob validate job.pmjob.json                  find mistakes
  pmjob sandbox --port 8080                      a platform of your own, on this machine
  pmjob plan --url http://127.0.0.1:8080 FILE    what a push would change
  pmjob push --url http://127.0.0.1:8080 FILE    create or update the job

Exit codes (of several files the gravest, in the order 4, 3, 2, 1, 5, 0):
  0  fine: created, updated or unchanged; no error found
  1  an error was found, or more warnings than allowed; invalid, rejected or failed
  2  the command was not understood, a file cannot be read, or nobody could be asked
  3  conflict: somebody has to choose first
  4  unknown: whether a push or another change got through is not known, as no answer came, or as it is still under
     way elsewhere; wait or do it again, which finds it out
  5  cancelled

Environment:
  PMJOB_URL, PMJOB_GATEWAY, PMJOB_TOKEN, PMJOB_USERNAME, PMJOB_PASSWORD   see "pmjob push --help"
  NO_COLOR      no colours
  PMJOB_DEBUG   say more about what was not expected`,
    );
}

/** Such a name, as of a variable of the shell that is not set, would mean the working folder. */
function refuseEmptyNames(command: Command): void {
  const { args, registeredArguments, options } = command;
  const names = [
    ...args.filter((_, index) => isOfFile((registeredArguments[index] ?? registeredArguments.at(-1))?.name())),
    ...options.filter(({ flags }) => isOfFile(flags)).map((option) => command.getOptionValue(option.attributeName())),
  ];
  if (names.includes(''))
    throw new UsageError('A file name is empty, as from a variable that is not set. Name the file. Nothing was done.');
}

/** Arguments and options are called after what they take. */
function isOfFile(called = ''): boolean {
  return /\b(?:file|folder|job)\b/.test(called);
}
