import type { Command } from 'commander';
import { historyOf, textToPush } from '../../api/earlier-version.ts';
import { describeEntry } from '../../api/history-text.ts';
import { isOn, linkOf, readLinks } from '../../api/link/links.ts';
import { readVersion } from '../../api/link/versions.ts';
import { nothingSent, progressOf } from '../../api/push/ending.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { push } from '../../api/push/push.ts';
import { type WrittenVersion, writtenVersion } from '../../api/written-version.ts';
import { CONNECTION_HELP } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import type { ExitCode } from '../exit-code.ts';
import { replaceFile } from '../files/replace.ts';
import { entryNamed } from '../history/entry.ts';
import { printable } from '../printable.ts';
import { confirm } from '../prompt.ts';
import { type AgreeOptions, agree, checkAgreeable } from '../push/agree.ts';
import { type NamedJobFile, placeOf, readJobFiles } from '../push/job-file.ts';
import { type PushOptions, withRestoreOptions } from '../push/options.ts';
import { openPlatform } from '../push/platform.ts';
import { prepareFile } from '../push/prepare-file.ts';
import { exitCodeOfResult, type FileResult, ONE_FILE, outcomeReports } from '../report/outcome-report.ts';
import { planText } from '../report/plan-text.ts';
import { replacedText } from '../report/replaced-text.ts';
import { UsageError } from '../usage-error.ts';

type RestoreOptions = PushOptions & AgreeOptions & { write?: boolean };

export function addRestore(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const command = program
    .command('restore')
    .summary('push an earlier version of a file again')
    .description(
      'Pushes a file as it was at an earlier push, as an update like any other: it shows what will change, asks, and stops ' +
        'where somebody else changed the same. "pmjob history FILE" shows the versions. The file stays as it is, unless ' +
        '--write puts the version into it as well: it shows first what that changes in the file, and asks when the file ' +
        'holds edits that were never pushed.',
    )
    .argument('<version>', 'the version, as the history names it')
    .argument('<file>', 'job file');
  withRestoreOptions(command)
    .option('--write', 'put the version into the file too, once it was pushed')
    .option('-y, --yes', 'do not ask')
    .option('--confirm <name>', 'the name of a protected connection, instead of typing it when asked')
    .addHelpText(
      'after',
      `
Examples:
  pmjob restore --connection production 3f9a01c2 job.pmjob.json
  pmjob restore --connection production --write 3f9a01c2 job.pmjob.json
${CONNECTION_HELP}`,
    )
    .action(async (version: string, named: string, options: RestoreOptions) =>
      finish(await restore(version, named, options, environment)),
    );
}

async function restore(
  wanted: string,
  named: string,
  options: RestoreOptions,
  environment: Environment,
): Promise<ExitCode> {
  const [file, ...others] = await readJobFiles([named], environment);
  if (file === undefined || others.length > 0) throw new UsageError('Name one job file.');
  const { path, state } = await placeOf(named, environment);
  const signal = environment.interruption();
  let found: Awaited<ReturnType<typeof lookUp>>;
  try {
    found = await lookUp();
  } catch (error) {
    return tell(nothingSent(error, { path, changes: [], notes: [] }, signal), file);
  }
  const { entries, entry, version, platform, text } = found;
  const present = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  const written = options.write === true ? await writtenVersion(present, version.text, state, entries) : undefined;
  const earlier = { ...file, bytes: new TextEncoder().encode(text) };
  const wish = { ...options, link: entry.id };
  const prepared = await prepareFile(earlier, wish, platform, environment, signal);
  const outcome = await ending();
  const code = tell(outcome, earlier);
  const isDone = outcome.kind === 'updated' || outcome.kind === 'unchanged';
  if (isDone && options.write === true) await writeVersion(named, version.text, file.bytes, environment);
  else if (isDone) environment.notes.print(`note: ${printable(named)} holds what it held before.`);
  return code;

  /** The version, and the platform that it was pushed to, where the file is its job or none. */
  async function lookUp() {
    const { entries } = await historyOf(state, path);
    const entry = entryNamed(wanted, entries, named);
    const version = await readVersion(state, entry, entry.id, entry.key);
    if (version === undefined) throw new UsageError(`The version ${wanted} cannot be read any more.`);
    const platform = await openPlatform(options, environment);
    checkAgreeable(options, platform.connection, environment);
    const target = await platform.session.target(signal);
    if (!isOn({ origin: entry.origin, customerId: entry.customerId ?? '' }, target))
      throw new UsageError(
        `That version was pushed to ${new URL(entry.origin).host}, or to another subscription there.`,
      );
    const link = linkOf(await readLinks(state), path, target);
    if (link !== undefined && link.id.toLowerCase() !== entry.id.toLowerCase())
      throw new UsageError(
        `That version is of job ${entry.id}; ${named} is job ${link.id} now. "pmjob history --show ${wanted} ${named}" prints it for a file of its own; "pmjob push --link ${entry.id} FILE" pushes it to its job.`,
      );
    return { entries, entry, version, platform, text: textToPush(version, link) };
  }

  function tell(outcome: Outcome, file: NamedJobFile): ExitCode {
    const ended = { kind: 'ended', file, outcome, shown: [], pushed: 'that version' } as const;
    const result: FileResult = { ...ended, ...adviceOnGone(outcome, named) };
    const report = outcomeReports[options.format](environment.result, ONE_FILE);
    report.add(result);
    report.end();
    return exitCodeOfResult(result);
  }

  async function ending(): Promise<Outcome> {
    if (prepared.kind === 'stopped') {
      const { outcome: stopped } = prepared;
      if (stopped.kind !== 'unchanged' || (await mayWrite(named, written, options, environment, signal)))
        return stopped;
      return { ...stopped, kind: 'cancelled' };
    }
    const { plan, dependencies } = prepared;
    environment.notes.print(printable(`The version of ${entry.key.slice(0, 8)}: ${describeEntry(entry)}`));
    environment.notes.print(planText(plan, earlier, environment.notes.colours));
    const isAgreed = await mayWrite(named, written, options, environment, signal);
    const confirmed = isAgreed ? await agree(plan, options, environment, signal) : undefined;
    return confirmed === undefined ? { ...progressOf(plan), kind: 'cancelled' } : push(confirmed, dependencies, signal);
  }
}

/** A version goes to the job that it was pushed to, and to no other. */
function adviceOnGone(outcome: Outcome, named: string): { advice?: string[] } {
  if (outcome.kind !== 'failed' || outcome.failure.kind !== 'job-gone') return {};
  const advice = `A version can be pushed to its own job alone. "pmjob history --show VERSION ${named}" prints it; "pmjob push --new ${named}" makes a new job of the file as it is now.`;
  return { advice: [advice] };
}

/** Shows what becomes of the file; false when somebody does not want to lose what it says. */
async function mayWrite(
  named: string,
  written: WrittenVersion | undefined,
  { yes }: AgreeOptions,
  environment: Environment,
  signal: AbortSignal,
): Promise<boolean> {
  if (written === undefined) return true;
  environment.notes.print(replacedText(named, written.changes, 'that version', environment));
  if (!written.losesEdits) return true;
  environment.notes.print(`note: ${printable(named)} holds edits that were never pushed: no version keeps them.`);
  return yes === true || confirm(`Replace ${printable(named)}?`, environment, signal);
}

/** Only over what was there when it began: what somebody has written since is theirs. */
async function writeVersion(named: string, text: string, read: Uint8Array, environment: Environment): Promise<void> {
  const problem = await replaceFile(named, { read, written: new TextEncoder().encode(text) }, environment);
  environment.notes.print(`note: ${printable(problem ?? `${named} holds that version now.`)}`);
}
