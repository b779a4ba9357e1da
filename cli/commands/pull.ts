import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { fileStore } from '../../api/disk/file-store.ts';
import { describeFailure } from '../../api/failure-text.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import { pullJob } from '../../api/pull.ts';
import type { ConnectionChoice } from '../connection/choose.ts';
import { CONNECTION_HELP, withConnectionOptions } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { sayReadError } from '../files/read.ts';
import { printable } from '../printable.ts';
import { confirm } from '../prompt.ts';
import { placeOf } from '../push/job-file.ts';
import { jobId } from '../push/options.ts';
import { openPlatform } from '../push/platform.ts';
import { UsageError } from '../usage-error.ts';

interface PullOptions extends ConnectionChoice {
  yes?: boolean;
}

export function addPull(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const command = program
    .command('pull')
    .summary('bring a job of a platform into a file')
    .description(
      'Brings a job of a platform into a file that can be pushed again, and remembers that they belong together. ' +
        'Without a file it prints the job and remembers nothing.',
    )
    .argument('<id>', 'id of the job', jobId)
    .argument('[file]', 'file to write, best named *.pmjob.json');
  withConnectionOptions(command)
    .option('-y, --yes', 'replace the file without asking when it is there already')
    .addHelpText(
      'after',
      `
Example:
  pmjob pull --connection production 5b0fd130-52c8-473c-96b1-8f10ea7d4c13 job.pmjob.json
${CONNECTION_HELP}`,
    )
    .action(async (id: string, file: string | undefined, options: PullOptions) =>
      finish(await pull(id, file, options, environment)),
    );
}

async function pull(
  id: string,
  file: string | undefined,
  options: PullOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { session } = await openPlatform(options, environment);
  const signal = environment.interruption();
  const currentText = file === undefined ? undefined : await textIfThere(file, environment);
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
  for (const note of pulled.notes) environment.notes.print(`note: ${printable(note.message)}`);
  if (file === undefined) {
    environment.result.stream.write(pulled.text);
    return EXIT.fine;
  }
  const differs = currentText !== undefined && currentText !== pulled.text;
  if (differs && options.yes !== true && !(await confirm(`${file} is there already. Replace it?`, environment, signal)))
    return EXIT.cancelled;
  if (signal.aborted) return EXIT.cancelled;
  await write(file, pulled.text, environment);
  await pulled.record(place.path);
  if (!file.endsWith('.pmjob.json'))
    environment.notes.print('note: Editors and searched folders know a job file by its name: *.pmjob.json.');
  environment.result.print(
    `${printable(file)}: job ${printable(pulled.id)} "${oneLine(pulled.name)}" of ${session.connection.name}.`,
  );
  return EXIT.fine;
}

async function textIfThere(file: string, environment: Environment): Promise<string | undefined> {
  try {
    return await readFile(resolve(environment.workingFolder, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`${file}: ${sayReadError(error)}`);
  }
}

async function write(file: string, text: string, environment: Environment): Promise<void> {
  const absolute = resolve(environment.workingFolder, file);
  try {
    await fileStore(dirname(absolute)).write(basename(absolute), text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
    throw new UsageError(`${file}: this file cannot be written (${code}). It was left as it is.`);
  }
}
