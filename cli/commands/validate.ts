import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { factsReader } from '../files/facts.ts';
import { findFiles, STANDARD_INPUT } from '../files/find.ts';
import { fixFiles, type NamedBytes } from '../files/fix.ts';
import { readNamedFile } from '../files/read.ts';
import { settingsReader } from '../files/settings.ts';
import { judgeNamedFile } from '../judge-file.ts';
import { printable } from '../printable.ts';
import { type JudgedFile, type ReportFormat, reports } from '../report/report.ts';
import { UsageError } from '../usage-error.ts';

interface ValidateOptions {
  format: ReportFormat;
  maxWarnings?: number;
  fix?: true;
}

export function addValidate(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  program
    .command('validate')
    .summary('check job files')
    .description('Checks job files without a connection and says what is wrong, where, and what is allowed.')
    .argument('<file|folder|pattern...>', 'job files; folders are searched for *.pmjob.json; - is standard input')
    .addOption(
      new Option('--format <format>', 'how the result is written').choices(Object.keys(reports)).default('text'),
    )
    .option('--max-warnings <number>', 'fail when there are more warnings than this', wholeNumber)
    .option('--fix', 'fix in the files what can safely be fixed, then say what remains')
    .addHelpText(
      'after',
      `
Examples:
  pmjob validate job.pmjob.json
  pmjob validate jobs/ --max-warnings 0
  pmjob validate --format json 'jobs/**/*.pmjob.json'
  pmjob validate --format sarif jobs/ > pmjob.sarif
  pmjob validate --fix jobs/
  generate-job | pmjob validate -
  generate-job | pmjob validate --fix - > job.pmjob.json

--fix makes the changes that have one answer and lose nothing, such as a missing comma or a script's base64 in one piece. With
-, the fixed text is the result, and what remains is told on standard error.

Formats: text for people; json; sarif 2.1.0 for code scanning; junit, where errors are failures; github, workflow commands.
What the rules say is set for a folder in .pmjob/config.json; see "pmjob explain --help".`,
    )
    .action(async (named: string[], options: ValidateOptions) => finish(await validate(named, options, environment)));
}

async function validate(named: string[], options: ValidateOptions, environment: Environment): Promise<ExitCode> {
  const { format, fix = false, maxWarnings } = options;
  const found = await findFiles(named, environment.workingFolder);
  const isText = fix && found.files.includes(STANDARD_INPUT);
  if (isText && found.files.length > 1) throw new UsageError('With --fix, - stands alone: its text is the result.');
  const read = await readEach(found.files, environment);
  const { files, problems } = fix ? await fixFiles(read.files, environment) : { files: read.files, problems: [] };
  const judged = await judgeFiles(files, environment);
  const allProblems = [...found.problems, ...read.problems, ...problems];
  for (const problem of allProblems) environment.notes.print(`error: ${printable(problem)}`);
  const output = isText ? environment.notes : environment.result;
  const report = judged.length > 0 || format !== 'text' ? reports[format](judged, output) : '';
  if (report !== '') output.print(report);
  return allProblems.length > 0 ? EXIT.usage : verdict(judged, maxWarnings, environment);
}

async function readEach(
  paths: readonly string[],
  environment: Environment,
): Promise<{ files: NamedBytes[]; problems: string[] }> {
  const files: NamedBytes[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    const read = await readNamedFile(path, environment);
    if ('problem' in read) problems.push(read.problem);
    else files.push(read);
  }
  return { files, problems };
}

async function judgeFiles(files: readonly NamedBytes[], environment: Environment): Promise<JudgedFile[]> {
  const judged: JudgedFile[] = [];
  const settingsOf = settingsReader(environment);
  const factsOf = factsReader(environment);
  for (const { path, bytes } of files) {
    const settings = await settingsOf(path);
    const judge = await factsOf(path);
    judged.push(await judge((facts) => judgeNamedFile(path, bytes, settings, facts)));
  }
  return judged;
}

function verdict(judged: JudgedFile[], maxWarnings: number | undefined, environment: Environment): ExitCode {
  const severities = judged.flatMap((file) => file.diagnostics.map(({ severity }) => severity));
  const warnings = severities.filter((severity) => severity === 'warning').length;
  if (severities.includes('error')) return EXIT.problem;
  if (maxWarnings === undefined || warnings <= maxWarnings) return EXIT.fine;
  const counted = warnings === 1 ? '1 warning is' : `${warnings} warnings are`;
  environment.notes.print(`error: ${counted} more than the ${maxWarnings} that --max-warnings allows.`);
  return EXIT.problem;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 0.');
  return Number(text);
}
