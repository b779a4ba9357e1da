import { Command } from 'commander';
import { version } from '../package.json';
import type { Environment } from './environment.ts';

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
  4  unknown: it was sent, and no answer says whether it got through; push again to settle it
  5  cancelled

Environment:
  PMJOB_URL, PMJOB_GATEWAY, PMJOB_TOKEN, PMJOB_USERNAME, PMJOB_PASSWORD   see "pmjob push --help"
  NO_COLOR      no colours
  PMJOB_DEBUG   say more about what was not expected`,
    );
}
