import { type Command, Option } from 'commander';
import type { InterventionKind } from '../../api/intervene/intervention.ts';
import { CONNECTION_HELP, withConnectionOptions } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import type { ExitCode } from '../exit-code.ts';
import { type InterventionOptions, interveneFromCommandLine } from './intervene.ts';

interface Words {
  kind: InterventionKind;
  summary: string;
  description: string;
  examples: string;
}

/** Adds one of the commands that change a job as a whole. */
export function addIntervention(
  { kind, summary, description, examples }: Words,
  program: Command,
  environment: Environment,
  finish: (code: ExitCode) => void,
): void {
  const command = program
    .command(kind)
    .summary(summary)
    .description(`${description} Asks first; without a terminal it needs --yes.`)
    .argument('<job>', 'a job file, or the id of a job');
  withConnectionOptions(command)
    .option('-y, --yes', 'do not ask')
    .option('--confirm <name>', 'the name of a protected connection, instead of typing it when asked')
    .addOption(new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'));
  if (kind === 'delete')
    command.option('--confirm-delete <name>', 'the name of the job, instead of typing it when asked');
  command
    .addHelpText('after', `\nExamples:\n${examples}\n${CONNECTION_HELP}`)
    .action(async (job: string, options: InterventionOptions) =>
      finish(await interveneFromCommandLine(kind, job, options, environment)),
    );
}
