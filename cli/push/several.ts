import type { Outcome } from '../../api/push/outcome.ts';
import { kindOfOutcome } from '../../api/several/count.ts';
import { planSeveral } from '../../api/several/plan-several.ts';
import { cancelSeveral, pushSeveral } from '../../api/several/push-several.ts';
import { plansOf, type SeveralFile, type SeveralPlan } from '../../api/several/several.ts';
import type { Environment } from '../environment.ts';
import { printable } from '../printable.ts';
import type { FileResult } from '../report/outcome-report.ts';
import { severalText } from '../report/plan-text.ts';
import { type AgreeOptions, agreeToSeveral } from './agree.ts';
import type { NamedJobFile } from './job-file.ts';
import type { PushOptions } from './options.ts';
import type { OpenPlatform } from './platform.ts';
import { type ReadyOptions, readyFile } from './prepare-file.ts';

/** What a push of several files together would do, in the order in which they were given. Changes nothing. */
export async function planFiles(
  files: readonly NamedJobFile[],
  options: PushOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<FileResult[]> {
  const { entries } = await planTogether(files, { ...options, lookOnly: true }, platform, environment, signal);
  return files.flatMap((file, index): FileResult[] => {
    const entry = entries[index];
    if (entry === undefined) return [];
    return entry.kind === 'plan'
      ? [{ kind: 'planned', file, plan: entry.plan }]
      : [{ kind: 'ended', file, outcome: entry.outcome, shown: [] }];
  });
}

/** Pushes several files together: one plan, one question, a result for each in the order in which they were given. */
export async function pushFiles(
  files: readonly NamedJobFile[],
  options: PushOptions & AgreeOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<FileResult[]> {
  const plan = await planTogether(files, options, platform, environment, signal);
  const outcomes = await pushTogether(plan, options, environment, signal);
  return files.flatMap((file, index): FileResult[] => {
    const [entry, outcome] = [plan.entries[index], outcomes[index]];
    if (entry === undefined || outcome === undefined) return [];
    return [{ kind: 'ended', file, outcome, shown: entry.kind === 'plan' ? entry.plan.notes : [] }];
  });
}

async function planTogether(
  files: readonly NamedJobFile[],
  options: ReadyOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<SeveralPlan> {
  const { notes } = environment;
  const host = new URL(platform.connection.baseUrl).host;
  const ready = await Promise.all(
    files.map(
      async (file): Promise<SeveralFile> => ({
        name: file.named,
        identity: file.identity,
        ...(await readyFile(file, { ...options, isQuiet: true }, platform, environment)),
      }),
    ),
  );
  notes.print(notes.colours.dim(`Looking at ${host} for ${files.length} files…`));
  const plan = await planSeveral(ready, signal);
  const targets = plan.entries.map((entry) => (entry.kind === 'plan' ? entry.plan : entry.outcome).target);
  const customerId = targets.find((target) => target?.customerId !== undefined)?.customerId;
  if (customerId !== undefined) await platform.remember(customerId);
  return plan;
}

async function pushTogether(
  plan: SeveralPlan,
  options: AgreeOptions,
  environment: Environment,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const { notes } = environment;
  const plans = plansOf(plan);
  const [first] = plans;
  if (first === undefined) return cancelSeveral(plan);
  notes.print(severalText(plan, notes.colours));
  const confirmed = await agreeToSeveral(plan, first.target, options, environment, signal);
  if (confirmed === undefined) return cancelSeveral(plan);
  notes.print(notes.colours.dim(`Sending to ${first.target.host}…`));
  let done = 0;
  return pushSeveral(confirmed, signal, ({ name }, outcome) => {
    done++;
    notes.print(notes.colours.dim(printable(`${done} of ${plans.length}: ${name}: ${kindOfOutcome(outcome)}`)));
  });
}
