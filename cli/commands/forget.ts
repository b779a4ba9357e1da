import type { Command } from 'commander';
import { describeFailure } from '../../api/failure-text.ts';
import { findLink, forgetLink, type LinkChoice } from '../../api/forget.ts';
import { jobOfText } from '../../api/job/job-of-text.ts';
import type { Place } from '../../api/link/move-links.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import { StateError } from '../../api/state-error.ts';
import type { Link } from '../../schemas/links.ts';
import { type ConnectionChoice, chooseConnection } from '../connection/choose.ts';
import { knownSubscription } from '../connection/known-subscriptions.ts';
import { CONNECTION_HELP, withConnectionOptions } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { STANDARD_INPUT } from '../files/find.ts';
import { readNamedFile } from '../files/read.ts';
import { printable } from '../printable.ts';
import { confirm } from '../prompt.ts';
import { placeOf, textOf } from '../push/job-file.ts';
import { jobId } from '../push/options.ts';
import { UsageError } from '../usage-error.ts';

interface ForgetOptions extends ConnectionChoice {
  link?: string;
  yes?: boolean;
}

/** A file's link, with where it is kept. */
interface Found {
  named: string;
  place: Place;
  link: Link;
}

export function addForget(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const command = program
    .command('forget')
    .summary('forget which job a file is')
    .description(
      'Takes away the link between a file and its job; file and job stay as they are, and the platform is not asked. ' +
        'The next push of the file makes a new job, unless the file holds an id. The file may be gone already. Without ' +
        'a platform the only link of the file is meant.',
    )
    .argument('<file...>', 'job files, as they are or were called');
  withConnectionOptions(command)
    .option('--link <id>', 'the link to the job with this id, when a file has several', jobId)
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      `
Examples:
  pmjob forget job.pmjob.json
  pmjob forget --connection test --yes old/*.pmjob.json
${CONNECTION_HELP}`,
    )
    .action(async (named: string[], options: ForgetOptions) => finish(await forget(named, options, environment)));
}

async function forget(named: string[], options: ForgetOptions, environment: Environment): Promise<ExitCode> {
  if (options.yes !== true && !environment.interactive)
    throw new UsageError('Nobody can be asked, as this is no terminal. Give --yes to forget without a question.');
  const choice = await choiceOf(options, environment);
  const found: Found[] = [];
  for (const file of named) {
    const place = await placeOf(file, environment);
    if (found.some((one) => one.place.root === place.root && one.place.path === place.path)) continue;
    found.push({ named: file, place, link: await linkOfFile(file, place, choice, environment) });
  }
  const signal = environment.interruption();
  for (const { named: file, link } of found) environment.notes.print(`${printable(file)} is ${describe(link)}.`);
  const question = found.length === 1 ? 'Forget this link?' : `Forget these ${found.length} links?`;
  if (options.yes !== true && !(await confirm(question, environment, signal))) return EXIT.cancelled;
  if (signal.aborted) return EXIT.cancelled;
  for (const { named: file, place, link } of found) {
    const { baseStays } = await forgetLink(place.state, environment.clock, link);
    const base = baseStays ? ' What is known of the job stays in .pmjob/base.' : '';
    environment.result.print(`${printable(file)}: no longer linked to ${describe(link)}.${base}`);
    await tellOfId(file, environment);
  }
  return EXIT.fine;
}

async function linkOfFile(
  named: string,
  { state, path }: Place,
  choice: LinkChoice,
  environment: Environment,
): Promise<Link> {
  try {
    return await findLink(state, path, choice);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    if (error.failure.kind === 'not-linked') await tellOfId(named, environment);
    if (error.failure.kind !== 'several-links') throw error;
    throw new UsageError(`${describeFailure(error.failure)} --link ID, --connection NAME or --url URL says it.`);
  }
}

/** Without a link a file is still the job that its "id" names. The file may be gone, or hold no job. */
async function tellOfId(named: string, environment: Environment): Promise<void> {
  if (named === STANDARD_INPUT) return;
  const file = await readNamedFile(named, environment);
  const body = 'bytes' in file ? jobOfText(textOf(file.bytes) ?? '') : undefined;
  if (typeof body?.id !== 'string' || body.id === '') return;
  const message = `${named} holds "id": "${oneLine(body.id)}", and a push of it is about that job: take the "id" out, or push with --new, to make a new job.`;
  environment.notes.print(`note: ${printable(message)}`);
}

/** The links that are meant; any platform's where none is named. */
async function choiceOf(options: ForgetOptions, environment: Environment): Promise<LinkChoice> {
  const id = options.link === undefined ? {} : { id: options.link };
  const isNamed =
    options.connection !== undefined || options.url !== undefined || Boolean(environment.variables.PMJOB_URL);
  if (!isNamed) return id;
  const connection = await chooseConnection(options, environment);
  const { customerId } = await knownSubscription(connection, environment);
  return { ...id, origin: new URL(connection.baseUrl).origin, customerId };
}

function describe({ id, name, origin, customerId }: Link): string {
  return `job ${printable(id)} "${oneLine(name)}" on ${new URL(origin).host} (subscription ${printable(customerId)})`;
}
