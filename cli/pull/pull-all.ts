import { systemClock } from '../../api/disk/system-clock.ts';
import { describeFailure } from '../../api/failure-text.ts';
import type { JobPlatform } from '../../api/operations/list-jobs.ts';
import { nameTarget } from '../../api/plan/target-text.ts';
import { type PullAllPlan, planPullAll } from '../../api/pull-all/plan-pull-all.ts';
import { renderPullAll } from '../../api/pull-all/render-text.ts';
import { type PullResult, writeAll } from '../../api/pull-all/write-all.ts';
import type { ConnectionChoice } from '../connection/choose.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode, gravest } from '../exit-code.ts';
import { failureOf } from '../known-failure.ts';
import { printable } from '../printable.ts';
import { confirm } from '../prompt.ts';
import { openPlatform } from '../push/platform.ts';
import { coloured } from '../report/plan-text.ts';
import { type PullAllFormat, pullAllReports } from '../report/pull-all-report.ts';
import { UsageError } from '../usage-error.ts';
import { openJobFolder } from './job-folder.ts';

export interface PullAllOptions extends ConnectionChoice {
  yes?: boolean;
  overwrite?: boolean;
  platform?: JobPlatform;
  format?: PullAllFormat;
}

/** Brings all jobs of a platform into a folder: plan, question, files, and what became of each. */
export async function pullAll(named: string, options: PullAllOptions, environment: Environment): Promise<ExitCode> {
  if (options.yes !== true && !environment.interactive)
    throw new UsageError(
      'Nobody can be asked, as this is no terminal. Give --yes to write the files without a question.',
    );
  const { session, remember } = await openPlatform(options, environment);
  const { folder, state, show } = await openJobFolder(named, environment);
  const dependencies = { session, state, clock: systemClock, folder };
  const signal = environment.interruption();
  const { notes } = environment;
  notes.print(notes.colours.dim(`Reading the jobs of ${new URL(session.connection.baseUrl).host}…`));
  const report = pullAllReports[options.format ?? 'text'];
  const plan = await planPullAll(dependencies, options.platform, signal).catch((error: unknown) => {
    const failure = failureOf(error);
    if (failure !== undefined) report.stopped(describeFailure(failure), environment.result);
    throw error;
  });
  if (plan.target.customerId !== undefined) await remember(plan.target.customerId);
  const wanted = { replaceEdited: options.overwrite === true };
  notes.print(coloured(renderPullAll(plan, show, wanted.replaceEdited), notes.colours));
  const text = question(plan, wanted);
  if (text !== undefined && options.yes !== true && !(await confirm(printable(text), environment, signal))) {
    notes.print('Cancelled. No file was written.');
    report.stopped('Cancelled. No file was written.', environment.result);
    return EXIT.cancelled;
  }
  const results = await writeAll(plan, wanted, dependencies, signal);
  report.ended(results, plan.gone, show, environment.result);
  return gravest(results.map(exitCodeOf));
}

/** Undefined when nothing would be written. */
function question({ entries, target }: PullAllPlan, { replaceEdited }: { replaceEdited: boolean }): string | undefined {
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  const edits = entries.filter((entry) => entry.kind === 'edited' && !entry.isOutside).length;
  const [created, changed, edited] = [count('new'), count('changed'), replaceEdited ? edits : 0];
  const parts = [
    ...(created === 0 ? [] : [`write ${files(created)}`]),
    ...(changed === 0 ? [] : [`replace ${files(changed)}`]),
    ...(edited === 0 ? [] : [`replace ${files(edited)} with edits of their own`]),
  ];
  if (parts.length === 0) return undefined;
  const text = parts.join(' and ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)} from ${nameTarget(target)}?`;
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

function exitCodeOf({ kind }: PullResult): ExitCode {
  switch (kind) {
    case 'created':
    case 'replaced':
    case 'unchanged':
      return EXIT.fine;
    case 'kept':
      return EXIT.conflict;
    case 'failed':
      return EXIT.problem;
    case 'cancelled':
      return EXIT.cancelled;
  }
}
