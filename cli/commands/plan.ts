import { type Command, Option } from 'commander';
import { CONNECTION_HELP } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import { type ExitCode, gravest } from '../exit-code.ts';
import { type NamedJobFile, readJobFiles } from '../push/job-file.ts';
import { afterMerge, mergeFiles } from '../push/merge-files.ts';
import { checkChoice, JSON_HELP, type PushOptions, withPushOptions } from '../push/options.ts';
import { type OpenPlatform, openPlatform } from '../push/platform.ts';
import { prepareFile } from '../push/prepare-file.ts';
import { planFiles } from '../push/several.ts';
import { exitCodeOfResult, expectedResults, type FileResult, outcomeReports } from '../report/outcome-report.ts';

export function addPlan(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const command = program
    .command('plan')
    .summary('show what a push would change')
    .description(
      'Compares job files with the platform and shows what a push would change. Sends no change and writes no job file. ' +
        'It finds out first what became of an earlier push that lost its answer, and records that in .pmjob: link, base and ' +
        'history.',
    )
    .argument('<file...>', 'job files, folders, or patterns');
  withPushOptions(command)
    .addOption(new Option('-y, --yes', 'as in push; a plan asks nothing').hideHelp())
    .addOption(new Option('--confirm <name>', 'as in push; a plan asks nothing').hideHelp())
    .addHelpText(
      'after',
      `
Examples:
  pmjob plan --url https://gateway.qg1.apps.qualys.com job.pmjob.json
  pmjob plan --connection production --format json *.pmjob.json
${JSON_HELP}
${CONNECTION_HELP}`,
    )
    .action(async (named: string[], options: PushOptions) => finish(await plan(named, options, environment)));
}

async function plan(named: string[], options: PushOptions, environment: Environment): Promise<ExitCode> {
  const files = await readJobFiles(named, environment);
  checkChoice(options, files);
  const platform = await openPlatform(options, environment);
  const signal = environment.interruption();
  const report = outcomeReports[options.format](environment.result, expectedResults(named, files));
  const merged = await mergeFiles(files, { ...options, lookOnly: true }, platform, environment, signal);
  const [only, ...others] = merged.map(({ file }) => file);
  const planned =
    only !== undefined && others.length === 0
      ? [await planFile(only, options, platform, environment, signal)]
      : await planFiles([...(only === undefined ? [] : [only]), ...others], options, platform, environment, signal);
  const results = planned.map((result, index) => afterMerge(result, merged[index]));
  for (const result of results) report.add(result);
  report.end();
  return gravest(results.map(exitCodeOfResult));
}

async function planFile(
  file: NamedJobFile,
  options: PushOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<FileResult> {
  const prepared = await prepareFile(file, { ...options, lookOnly: true }, platform, environment, signal);
  return prepared.kind === 'plan'
    ? { kind: 'planned', file, plan: prepared.plan }
    : { kind: 'ended', file, outcome: prepared.outcome, shown: [] };
}
