import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ConnectionChoice } from '../connection/choose.ts';
import { withConnectionOptions } from '../connection/options.ts';
import { type OutcomeFormat, outcomeReports } from '../report/outcome-report.ts';
import { UsageError } from '../usage-error.ts';

const ON_CONFLICT = ['fail', 'merge', 'overwrite'] as const;

/** Which job a file is, and whether its errors stop it. */
export interface JobOptions extends ConnectionChoice {
  new?: boolean;
  link?: string;
  allowErrors?: boolean;
}

/** For the end of the help of `plan` and `push`. */
export const JSON_HELP = `
--format json prints one object when one file is named, and an array of such objects for several files, a folder or a pattern,
also when it holds one file alone.`;

/** What `plan` and `push` have in common. */
export interface PushOptions extends JobOptions {
  onConflict?: (typeof ON_CONFLICT)[number];
  sendScripts?: boolean;
  format: OutcomeFormat;
}

export function withJobOptions(command: Command): Command {
  return withConnectionOptions(command)
    .addOption(new Option('--new', 'create another job, even when the file has one').conflicts('link'))
    .option('--link <id>', 'the file is the job with this id', jobId)
    .option('--allow-errors', 'go on although the file has errors');
}

export function withPushOptions(command: Command): Command {
  return withJobOptions(command)
    .addOption(
      new Option(
        '--on-conflict <way>',
        'when somebody else changed what the file names: stop, bring it into the file, or send over it, scripts too',
      )
        .choices([...ON_CONFLICT])
        .default('fail'),
    )
    .option(
      '--send-scripts',
      'send scripts although the job was changed since: the one in the file, else the one last sent from here; what the job has now cannot be read back',
    )
    .addOption(
      new Option('--format <format>', 'how the result is written').choices(Object.keys(outcomeReports)).default('text'),
    );
}

/** An earlier version is pushed to the job that it was pushed to. */
export function withRestoreOptions(command: Command): Command {
  return withConnectionOptions(command)
    .option('--allow-errors', 'go on although the version has errors')
    .addOption(
      new Option('--format <format>', 'how the result is written').choices(Object.keys(outcomeReports)).default('text'),
    );
}

/** One job cannot be several files, and a second copy of each of many jobs is what nobody wants. */
export function checkChoice(options: PushOptions, files: readonly unknown[]): void {
  if (files.length < 2) return;
  if (options.link !== undefined) throw new UsageError('--link names one job: give one file with it.');
  if (options.new === true)
    throw new UsageError('--new makes another job, also of a file that has one: give one file with it.');
}

/** The id of a job, as somebody types it. */
export function jobId(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new InvalidArgumentError('A job id is a UUID such as 5b0fd130-52c8-473c-96b1-8f10ea7d4c13.');
  return text;
}
