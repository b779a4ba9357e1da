import type { Command } from 'commander';
import { progressOf } from '../../api/push/ending.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { push as pushConfirmed } from '../../api/push/push.ts';
import { CONNECTION_HELP } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import { type ExitCode, gravest } from '../exit-code.ts';
import { type AgreeOptions, agree, checkAgreeable } from '../push/agree.ts';
import { readJobFiles } from '../push/job-file.ts';
import { afterMerge, type MergedFile, mergeFiles } from '../push/merge-files.ts';
import { checkChoice, JSON_HELP, type PushOptions, withPushOptions } from '../push/options.ts';
import { type OpenPlatform, openPlatform } from '../push/platform.ts';
import { prepareFile } from '../push/prepare-file.ts';
import { pushFiles } from '../push/several.ts';
import { exitCodeOfResult, expectedResults, type FileResult, outcomeReports } from '../report/outcome-report.ts';
import { planText } from '../report/plan-text.ts';

export function addPush(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const command = program
    .command('push')
    .summary('create or update the jobs on a platform')
    .description(
      'Shows what will change, asks, then creates or updates the job of each file. A file that was pushed before, or ' +
        'that has an id, updates its job; any other creates one. Several files are one plan and one question, and a ' +
        'linked job goes before those that wait for it. Without a terminal it needs --yes.',
    )
    .argument('<file...>', 'job files, folders, or patterns');
  withPushOptions(command)
    .option('-y, --yes', 'do not ask')
    .option('--confirm <name>', 'the name of a protected connection, instead of typing it when asked')
    .addHelpText(
      'after',
      `
Examples:
  pmjob push --url https://gateway.qg1.apps.qualys.com job.pmjob.json
  pmjob push --connection production --yes --confirm production job.pmjob.json
  pmjob push --connection test jobs/
  pmjob push --link 5b0fd130-52c8-473c-96b1-8f10ea7d4c13 job.pmjob.json
${JSON_HELP}
${CONNECTION_HELP}`,
    )
    .action(async (named: string[], options: PushOptions & AgreeOptions) =>
      finish(await push(named, options, environment)),
    );
}

async function push(named: string[], options: PushOptions & AgreeOptions, environment: Environment): Promise<ExitCode> {
  const files = await readJobFiles(named, environment);
  checkChoice(options, files);
  const platform = await openPlatform(options, environment);
  checkAgreeable(options, platform.connection, environment);
  const signal = environment.interruption();
  const report = outcomeReports[options.format](environment.result, expectedResults(named, files));
  const results: FileResult[] = [];
  try {
    const merged = await mergeFiles(files, options, platform, environment, signal);
    const [only, ...others] = merged;
    const pushed =
      only !== undefined && others.length === 0
        ? [await pushFile(only, options, platform, environment, signal)]
        : await pushFiles(
            merged.map(({ file }) => file),
            options,
            platform,
            environment,
            signal,
          );
    results.push(...pushed.map((result, index) => afterMerge(result, merged[index])));
    for (const result of results) report.add(result);
  } finally {
    report.end();
  }
  return gravest(results.map(exitCodeOfResult));
}

async function pushFile(
  { file, left }: MergedFile,
  options: PushOptions & AgreeOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<FileResult> {
  if (left !== undefined) return { kind: 'ended', file, outcome: left, shown: [] };
  const prepared = await prepareFile(file, options, platform, environment, signal);
  if (prepared.kind === 'stopped') return { kind: 'ended', file, outcome: prepared.outcome, shown: [] };
  const { plan, dependencies } = prepared;
  environment.notes.print(planText(plan, file, environment.notes.colours));
  const confirmed = await agree(plan, options, environment, signal);
  const outcome: Outcome =
    confirmed === undefined
      ? { ...progressOf(plan), kind: 'cancelled' }
      : await pushConfirmed(confirmed, dependencies, signal);
  return { kind: 'ended', file, outcome, shown: plan.notes };
}
