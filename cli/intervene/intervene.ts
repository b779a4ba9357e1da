import { ownerLife, thisProcess } from '../../api/disk/owner.ts';
import { intervene } from '../../api/intervene/intervene.ts';
import type {
  InterventionDependencies,
  InterventionKind,
  InterventionOutcome,
  InterventionPlan,
  InterventionRequest,
} from '../../api/intervene/intervention.ts';
import { planIntervention } from '../../api/intervene/plan.ts';
import { reportIntervention } from '../../api/intervene/report.ts';
import { describeIntervention, renderIntervention } from '../../api/intervene/text.ts';
import type { Place } from '../../api/link/move-links.ts';
import type { Note } from '../../api/plan/plan.ts';
import type { ConnectionChoice } from '../connection/choose.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-code.ts';
import { STANDARD_INPUT } from '../files/find.ts';
import { readNamedFile } from '../files/read.ts';
import { printable } from '../printable.ts';
import { placeOf } from '../push/job-file.ts';
import { openPlatform } from '../push/platform.ts';
import { progressTo } from '../push/progress.ts';
import { UsageError } from '../usage-error.ts';
import { agreeTo, checkAgreeableTo, type InterventionAgreement } from './agree.ts';

export interface InterventionOptions extends ConnectionChoice, InterventionAgreement {
  format: 'text' | 'json';
}

/** Looks, shows, asks, does and tells. */
export async function interveneFromCommandLine(
  kind: InterventionKind,
  named: string,
  options: InterventionOptions,
  environment: Environment,
): Promise<ExitCode> {
  const place = await placeOf(isId(named) ? 'job.pmjob.json' : named, environment);
  const job = isId(named) ? { id: named } : { file: await fileAt(named, place, environment) };
  const platform = await openPlatform(options, environment);
  checkAgreeableTo(kind, options, platform.connection, environment);
  const signal = environment.interruption();
  const dependencies: InterventionDependencies = {
    session: platform.session,
    state: place.state,
    clock: environment.clock,
    owner: thisProcess(),
    ownerLife,
    progress: progressTo(environment, new URL(platform.connection.baseUrl).host),
  };
  const tell = (outcome: InterventionOutcome, shown: readonly Note[]): ExitCode =>
    report('file' in job ? { ...outcome, path: named } : outcome, shown, options, environment);
  const prepared = await planIntervention({ kind, job }, dependencies, signal);
  const customerId = (prepared.kind === 'plan' ? prepared.plan : prepared.outcome).target?.customerId;
  if (customerId !== undefined) await platform.remember(customerId);
  if (prepared.kind === 'stopped') return tell(prepared.outcome, []);
  const { plan } = prepared;
  for (const line of renderIntervention(plan)) environment.notes.print(onOneLine(line));
  const confirmed = await agreeTo(plan, options, environment, signal);
  const outcome = confirmed === undefined ? cancelled(plan) : await intervene(confirmed, dependencies, signal);
  return tell(outcome, plan.notes);
}

function report(
  outcome: InterventionOutcome,
  shown: readonly Note[],
  { format }: InterventionOptions,
  { result }: Environment,
): ExitCode {
  if (format === 'json') result.print(JSON.stringify(reportIntervention(outcome)));
  else {
    const isNew = ({ code, message }: Note) => !shown.some((one) => one.code === code && one.message === message);
    const notes = outcome.notes.filter(isNew).map(({ message }) => `  Note: ${message}`);
    for (const line of [describeIntervention(outcome), ...notes, ...adviceOn(outcome)]) result.print(onOneLine(line));
  }
  return outcome.kind === 'done' ? EXIT.fine : exitCodeOf(outcome.kind);
}

/** How to say which job it is, in words of the command line. */
function adviceOn(outcome: InterventionOutcome): string[] {
  if (outcome.kind !== 'failed' || outcome.failure.kind !== 'no-job-chosen') return [];
  const { intervention, path = 'FILE' } = outcome;
  return [`  "pmjob ${intervention} ID" takes the job with that id; "pmjob push ${path}" makes a job of the file.`];
}

/** A file that cannot be read as a job may still be linked to one. */
async function fileAt(
  named: string,
  { path }: Place,
  environment: Environment,
): Promise<Extract<InterventionRequest['job'], { file: object }>['file']> {
  if (named === STANDARD_INPUT) throw new UsageError('Standard input (-) is linked to no job. Name a file, or an id.');
  const file = await readNamedFile(named, environment);
  if ('problem' in file) throw new UsageError(`${file.problem}\nNothing was sent.`);
  return { path, text: new TextDecoder().decode(file.bytes) };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function cancelled({ kind, path, target, id, jobName, notes }: InterventionPlan): InterventionOutcome {
  const named = path === undefined ? {} : { path };
  return { kind: 'cancelled', intervention: kind, ...named, target, id, jobName, notes };
}

function onOneLine(text: string): string {
  return printable(text).replaceAll('\n', ' ');
}
