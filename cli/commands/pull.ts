import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { describeFailure } from '../../api/failure-text.ts';
import { JOB_PLATFORMS } from '../../api/operations/list-jobs.ts';
import { arrangeLike } from '../../api/plan/arrange-like.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import { pullJob } from '../../api/pull.ts';
import { causeOf } from '../../api/push/ending.ts';
import { CONNECTION_HELP, withConnectionOptions } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { STANDARD_INPUT } from '../files/find.ts';
import { bytesIfThere, sayReadError } from '../files/read.ts';
import { replaceFile } from '../files/replace.ts';
import { printable, printJson } from '../printable.ts';
import { confirm } from '../prompt.ts';
import { type PullAllOptions, pullAll } from '../pull/pull-all.ts';
import { placeOf } from '../push/job-file.ts';
import { jobId } from '../push/options.ts';
import { openPlatform } from '../push/platform.ts';
import { pullAllReports } from '../report/pull-all-report.ts';
import { replacedText } from '../report/replaced-text.ts';
import { UsageError } from '../usage-error.ts';

interface PullOptions extends PullAllOptions {
  all?: string;
}

export function addPull(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const command = program
    .command('pull')
    .summary('bring a job of a platform into a file')
    .description(
      'Brings a job of a platform into a file that can be pushed again, and remembers that they belong together. ' +
        'Without a file it prints the job and remembers nothing. --all brings every job into a folder, shows first ' +
        'what becomes of which file, and keeps what was edited there. A job whose linked file lies elsewhere is brought ' +
        'into that file; the plan says so.',
    )
    .argument('[id]', 'id of the job', jobId)
    .argument('[file]', 'file to write, best named *.pmjob.json');
  withConnectionOptions(command)
    .option('-y, --yes', 'do not ask before files are replaced')
    .option('--all <folder>', 'every job of the platform into this folder, each into a file of its own')
    .option(
      '--overwrite',
      'with --all: also replace files of the folder with edits that the platform does not have; ' +
        'with a file and --yes: also one that is another job',
    )
    .addOption(
      new Option('--platform <name>', 'with --all: the jobs of this operating system alone').choices(JOB_PLATFORMS),
    )
    .addOption(
      new Option('--format <format>', 'with --all: how the result is written (default: text)').choices(
        Object.keys(pullAllReports),
      ),
    )
    .addHelpText(
      'after',
      `
Examples:
  pmjob pull --connection production 5b0fd130-52c8-473c-96b1-8f10ea7d4c13 job.pmjob.json
  pmjob pull --connection production --all jobs/

With --all, --format json prints {"files": [{"path", "id", "name", "outcome", "notes", "error"?}], "gone": [...]}; an outcome is
created, replaced, unchanged, kept (exit 3), failed (exit 1) or cancelled. "gone" are files whose job the platform does not list. When the platform, or .pmjob, could
not be read, or you said no, there are no files, and "error" beside them says why.
${CONNECTION_HELP}`,
    )
    .action(async (id: string | undefined, file: string | undefined, options: PullOptions) =>
      finish(await pullWanted(id, file, options, environment)),
    );
}

async function pullWanted(
  id: string | undefined,
  file: string | undefined,
  options: PullOptions,
  environment: Environment,
): Promise<ExitCode> {
  if (options.all !== undefined) {
    if (id !== undefined) throw new UsageError('--all takes every job: give no id with it.');
    return pullAll(options.all, options, environment);
  }
  const alone = (['platform', 'format'] as const).find((name) => options[name] !== undefined);
  if (alone !== undefined) throw new UsageError(`--${alone} belongs to --all FOLDER.`);
  if (options.overwrite === true && file === undefined)
    throw new UsageError('--overwrite belongs to --all FOLDER, or to a file.');
  if (id === undefined) throw new UsageError('Which job? Give its id, or --all FOLDER for every job.');
  return pull(id, file, options, environment);
}

async function pull(
  id: string,
  file: string | undefined,
  options: PullOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { session, remember } = await openPlatform(options, environment);
  const signal = environment.interruption();
  const current = file === undefined ? undefined : await readIfThere(file, environment);
  const currentText = current?.toString('utf8');
  if (currentText !== undefined && options.yes !== true && !environment.interactive)
    throw new UsageError(`${file} is there already. Give --yes to replace it.`);
  const place = await placeOf(file ?? 'job.pmjob.json', environment);
  const pulled = await pullJob(
    id,
    { session, state: place.state, clock: environment.clock },
    {
      ...(file === undefined ? {} : { path: place.path }),
      ...(currentText === undefined ? {} : { currentText }),
    },
    signal,
  );
  if (pulled.kind === 'failed') {
    environment.notes.print(`error: ${printable(describeFailure(pulled.failure))}`);
    return pulled.failure.kind === 'cancelled' ? EXIT.cancelled : EXIT.problem;
  }
  const { customerId } = await session.target(signal);
  if (customerId !== undefined) await remember(customerId);
  const { otherJob } = currentText === undefined ? { otherJob: undefined } : pulled;
  if (otherJob !== undefined && options.yes === true && options.overwrite !== true) {
    const message = `${file} is job ${otherJob}, and stays as it is. Name another file for job ${pulled.id}, or give --overwrite to replace this one.`;
    environment.notes.print(`error: ${printable(message)}`);
    return EXIT.conflict;
  }
  for (const note of pulled.notes) environment.notes.print(`note: ${printable(note.message)}`);
  if (file === undefined) {
    printJson(pulled.text, environment);
    return EXIT.fine;
  }
  // What a person has laid out in a way of their own stays so where both say the same.
  const text = currentText === undefined ? pulled.text : arrangeLike(pulled.text, currentText);
  const differs = currentText !== undefined && currentText !== text;
  if (differs) environment.notes.print(replacedText(file, pulled.comparison?.changes ?? [], 'pulling', environment));
  const there = otherJob === undefined ? `${file} is there already.` : `${file} is job ${otherJob}.`;
  const isAgreed =
    !differs || options.yes === true || (await confirm(printable(`${there} Replace it?`), environment, signal));
  if (!isAgreed || signal.aborted) {
    environment.notes.print(
      printable(`Cancelled. ${file} ${currentText === undefined ? 'was not written' : 'stays as it is'}.`),
    );
    return EXIT.cancelled;
  }
  const written = new TextEncoder().encode(text);
  const problem = await replaceFile(file, { read: current, written }, environment);
  if (problem !== undefined) throw new UsageError(problem);
  try {
    await pulled.record(place.path);
  } catch (error) {
    const message = `${file} holds the job now, but that could not be stored in .pmjob (${causeOf(error)}): pull it again before you push it.`;
    environment.notes.print(`error: ${printable(message)}`);
    return EXIT.problem;
  }
  if (!file.endsWith('.pmjob.json'))
    environment.notes.print('note: Editors and searched folders know a job file by its name: *.pmjob.json.');
  environment.result.print(
    `${printable(file)}: job ${printable(pulled.id)} "${oneLine(pulled.name)}" of ${session.connection.name}.`,
  );
  return EXIT.fine;
}

async function readIfThere(file: string, environment: Environment): Promise<Buffer | undefined> {
  if (file === STANDARD_INPUT) throw new UsageError('Without a file, pull prints the job: leave out the "-".');
  try {
    return await bytesIfThere(resolve(environment.workingFolder, file));
  } catch (error) {
    throw new UsageError(`${file}: ${sayReadError(error)}`);
  }
}
