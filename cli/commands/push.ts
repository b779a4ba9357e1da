import type { Command } from 'commander';
import type { Plan } from '../../api/plan/plan.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { push } from '../../api/push/push.ts';
import { CONNECTION_HELP } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import { type ExitCode, gravest } from '../exit-code.ts';
import { type AgreeOptions, agree, checkAgreeable } from '../push/agree.ts';
import { type NamedJobFile, readJobFiles } from '../push/job-file.ts';
import { checkLink, type PushOptions, withPushOptions } from '../push/options.ts';
import { type OpenPlatform, openPlatform } from '../push/platform.ts';
import { prepareFile } from '../push/prepare-file.ts';
import { exitCodeOfResult, type FileResult, outcomeReports } from '../report/outcome-report.ts';
import { planText } from '../report/plan-text.ts';

export function addPush(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const command = program
    .command('push')
    .summary('create or update the jobs on a platform')
    .description(
      'Shows what will change, asks, then creates or updates the job of each file. A file that was pushed before, or ' +
        'that has an id, updates its job; any other creates one. Without a terminal it needs --yes.',
    )
    .argument('<file...>', 'job files');
  withPushOptions(command)
    .option('-y, --yes', 'do not ask')
    .option('--confirm <name>', 'the name of a protected connection, instead of typing it when asked')
    .addHelpText(
      'after',
      `
Examples:
  pmjob push --url https://gateway.qg1.apps.qualys.com job.pmjob.json
  pmjob push --connection production --yes --confirm production job.pmjob.json
  pmjob push --link 5b0fd130-52c8-473c-96b1-8f10ea7d4c13 job.pmjob.json
${CONNECTION_HELP}`,
    )
    .action(async (named: string[], options: PushOptions & AgreeOptions) =>
      finish(await pushFiles(named, options, environment)),
    );
}

async function pushFiles(
  named: string[],
  options: PushOptions & AgreeOptions,
  environment: Environment,
): Promise<ExitCode> {
  const files = await readJobFiles(named, environment);
  checkLink(options, files);
  const platform = await openPlatform(options, environment);
  checkAgreeable(options, platform.connection, environment);
  const signal = environment.interruption();
  const report = outcomeReports[options.format](environment.result, files.length);
  const results: FileResult[] = [];
  try {
    for (const file of files) {
      const result = await pushFile(file, options, platform, environment, signal);
      results.push(result);
      report.add(result);
    }
  } finally {
    report.end();
  }
  return gravest(results.map(exitCodeOfResult));
}

async function pushFile(
  file: NamedJobFile,
  options: PushOptions & AgreeOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<FileResult> {
  const prepared = await prepareFile(file, options, platform, environment, signal);
  if (prepared.kind === 'stopped') return { kind: 'ended', file, outcome: prepared.outcome, shown: [] };
  const { plan, dependencies } = prepared;
  environment.notes.print(planText(plan, file, environment.notes.colours));
  const confirmed = await agree(plan, options, environment, signal);
  const outcome = confirmed === undefined ? cancelled(plan) : await push(confirmed, dependencies, signal);
  return { kind: 'ended', file, outcome, shown: plan.notes };
}

function cancelled({ file, target, id, changes, notes }: Plan): Outcome {
  return { kind: 'cancelled', path: file.path, target, ...(id === undefined ? {} : { id }), changes, notes };
}
