import type { Command } from 'commander';
import type { Plan } from '../../api/plan/plan.ts';
import { renderPlan } from '../../api/plan/render-text.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { push } from '../../api/push/push.ts';
import { CONNECTION_HELP } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import { type ExitCode, exitCodeOf, gravest } from '../exit-code.ts';
import { type AgreeOptions, agree, checkAgreeable } from '../push/agree.ts';
import { type NamedJobFile, readJobFiles } from '../push/job-file.ts';
import { checkLink, type PushOptions, withPushOptions } from '../push/options.ts';
import { type OpenPlatform, openPlatform } from '../push/platform.ts';
import { prepareFile } from '../push/prepare-file.ts';
import { outcomeReports } from '../report/outcome-report.ts';
import { colourPlan } from '../report/plan-text.ts';

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
  const outcomes: Outcome['kind'][] = [];
  try {
    for (const file of files) {
      const outcome = await pushFile(file, options, platform, environment, signal);
      outcomes.push(outcome.kind);
      report.add({ kind: 'ended', file, outcome });
    }
  } finally {
    report.end();
  }
  return gravest(outcomes.map(exitCodeOf));
}

async function pushFile(
  file: NamedJobFile,
  options: PushOptions & AgreeOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<Outcome> {
  const prepared = await prepareFile(file, options, platform, environment, signal);
  if (prepared.kind === 'stopped') return prepared.outcome;
  environment.notes.print(colourPlan(renderPlan(prepared.plan), environment.notes.colours));
  const confirmed = await agree(prepared.plan, options, environment, signal);
  return confirmed === undefined ? cancelled(prepared.plan) : push(confirmed, prepared.dependencies, signal);
}

function cancelled({ file, target, id, changes, notes }: Plan): Outcome {
  return { kind: 'cancelled', path: file.path, target, ...(id === undefined ? {} : { id }), changes, notes };
}
