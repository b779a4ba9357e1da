import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type FileEntry, historyOf } from '../../api/earlier-version.ts';
import { changeLines, describeEntry } from '../../api/history-text.ts';
import { writeJson } from '../../api/job/exact-number.ts';
import { readVersion } from '../../api/link/versions.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { bytesIfThere } from '../files/read.ts';
import { entryNamed, shortKey } from '../history/entry.ts';
import { printable, printJson } from '../printable.ts';
import { placeOf } from '../push/job-file.ts';
import { UsageError } from '../usage-error.ts';

interface HistoryOptions {
  format: 'text' | 'json';
  show?: string;
}

export function addHistory(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  program
    .command('history')
    .summary('show what was pushed of a file, when, by whom and where')
    .description(
      'Shows the pushes of a file from this machine, the newest first, with the fields that changed. A version that is kept ' +
        'can be printed with --show, and pushed again with "pmjob restore".',
    )
    .argument('<file>', 'job file')
    .option('--show <version>', 'print the file as it was at that push')
    .addOption(new Option('--format <format>', 'how the history is written').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Examples:
  pmjob history job.pmjob.json
  pmjob history --show 3f9a01c2 job.pmjob.json > then.pmjob.json
  pmjob restore 3f9a01c2 job.pmjob.json`,
    )
    .action(async (named: string, options: HistoryOptions) => finish(await history(named, options, environment)));
}

async function history(named: string, options: HistoryOptions, environment: Environment): Promise<ExitCode> {
  const { path, state } = await placeOf(named, environment);
  const { entries, unreadable } = await historyOf(state, path);
  if (unreadable > 0)
    environment.notes.print(
      `note: ${unreadable === 1 ? '1 line of .pmjob/history cannot be read and is' : `${unreadable} lines of .pmjob/history cannot be read and are`} left out.`,
    );
  if (options.show !== undefined) {
    const entry = entryNamed(options.show, entries, named);
    const version = await readVersion(state, entry, entry.id, entry.key);
    if (version === undefined) throw new UsageError(`The version ${options.show} cannot be read any more.`);
    printJson(version.text, environment);
    return EXIT.fine;
  }
  if (entries.length === 0 && (await bytesIfThere(resolve(environment.workingFolder, named))) === undefined)
    throw new UsageError(`${named}: there is no such file, and nothing was pushed of one from here.`);
  if (options.format === 'json') environment.result.print(writeJson(entries.map(entryOf)));
  else if (entries.length === 0) environment.result.print(`${printable(named)}: nothing was pushed from here.`);
  else for (const entry of entries) for (const line of linesOf(entry)) environment.result.print(line);
  return EXIT.fine;
}

function linesOf(entry: FileEntry): string[] {
  const version = entry.hasVersion ? `${shortKey(entry)}  ` : '          ';
  return [`${version}${describeEntry(entry)}`, ...changeLines(entry).map((line) => `            ${line}`)].map((line) =>
    printable(line).replaceAll('\n', ' '),
  );
}

function entryOf(entry: FileEntry): object {
  const { when, who, file, connection, origin, customerId, action, outcome, id, hasVersion, changes } = entry;
  return {
    when,
    who,
    file,
    connection,
    origin,
    customerId: customerId ?? null,
    action,
    outcome,
    id: id ?? null,
    version: hasVersion ? shortKey(entry) : null,
    changes: changes.map(({ pointer, before, after }) => ({ pointer, before: before ?? null, after: after ?? null })),
  };
}
