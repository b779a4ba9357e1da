import type { Command } from 'commander';
import { curlOf } from '../../api/curl.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import type { Plan } from '../../api/plan/plan.ts';
import { nameTarget } from '../../api/plan/target-text.ts';
import { CONNECTION_HELP } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-code.ts';
import { printable, printJson } from '../printable.ts';
import { readJobFiles } from '../push/job-file.ts';
import { type JobOptions, withJobOptions } from '../push/options.ts';
import { openPlatform } from '../push/platform.ts';
import { prepareFile } from '../push/prepare-file.ts';
import { ONE_FILE, outcomeReports } from '../report/outcome-report.ts';
import { UsageError } from '../usage-error.ts';

export function addCurl(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const command = program
    .command('curl')
    .summary('print the request of a push as a curl command')
    .description(
      'Prints what a push of this file would send now, as a command for a POSIX shell. It names the variable PMJOB_TOKEN ' +
        'in the place of the token. The body is whole, with its scripts. Nothing is sent.',
    )
    .argument('<file>', 'job file');
  withJobOptions(command)
    .addHelpText(
      'after',
      `
Example:
  pmjob curl --connection test job.pmjob.json > request.sh
${CONNECTION_HELP}`,
    )
    .action(async (named: string, options: JobOptions) => finish(await curl(named, options, environment)));
}

async function curl(named: string, options: JobOptions, environment: Environment): Promise<ExitCode> {
  const [file, ...others] = await readJobFiles([named], environment);
  if (file === undefined || others.length > 0) throw new UsageError('Name one job file.');
  const platform = await openPlatform(options, environment);
  const signal = environment.interruption();
  const wish = { ...options, format: 'text', lookOnly: true } as const;
  const prepared = await prepareFile(file, wish, platform, environment, signal);
  if (prepared.kind === 'stopped') {
    const { outcome } = prepared;
    outcomeReports.text(environment.notes, ONE_FILE).add({ kind: 'ended', file, outcome, shown: [] });
    return exitCodeOf(outcome.kind);
  }
  const { plan } = prepared;
  for (const line of explanation(plan)) environment.notes.print(printable(line));
  const command = curlOf(plan, platform.connection);
  printJson(command, environment);
  return EXIT.fine;
}

function explanation({ action, jobName, id, target, notes }: Plan): string[] {
  const job = `"${oneLine(jobName)}"`;
  return [
    action === 'create'
      ? `It creates the job ${job} on ${nameTarget(target)}. Each run of it makes another job.`
      : `It updates the job ${job} (${id}) on ${nameTarget(target)} as it is now.`,
    ...notes.map(({ message }) => `Note: ${message}`),
  ];
}
