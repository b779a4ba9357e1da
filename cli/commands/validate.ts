import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { factsReader } from '../files/facts.ts';
import { findFiles } from '../files/find.ts';
import { readNamedFile } from '../files/read.ts';
import { settingsReader } from '../files/settings.ts';
import { judgeNamedFile } from '../judge-file.ts';
import { printable } from '../printable.ts';
import { type JudgedFile, type ReportFormat, reports } from '../report/report.ts';

interface ValidateOptions {
  format: ReportFormat;
  maxWarnings?: number;
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
    .addHelpText(
      'after',
      `
Examples:
  pmjob validate job.pmjob.json
  pmjob validate jobs/ --max-warnings 0
  pmjob validate --format json 'jobs/**/*.pmjob.json'
  pmjob validate --format sarif jobs/ > pmjob.sarif
  generate-job | pmjob validate -

Formats: text for people; json; sarif 2.1.0 for code scanning; junit, where errors are failures; github, workflow commands.
What the rules say is set for a folder in .pmjob/config.json; see "pmjob explain --help".`,
    )
    .action(async (named: string[], options: ValidateOptions) => finish(await validate(named, options, environment)));
}

async function validate(named: string[], options: ValidateOptions, environment: Environment): Promise<ExitCode> {
  const found = await findFiles(named, environment.workingFolder);
  const problems = [...found.problems];
  const judged: JudgedFile[] = [];
  const settingsOf = settingsReader(environment);
  const factsOf = factsReader(environment);
  for (const path of found.files) {
    const read = await readNamedFile(path, environment);
    if ('problem' in read) {
      problems.push(read.problem);
      continue;
    }
    const settings = await settingsOf(path);
    const judge = await factsOf(path);
    judged.push(await judge((facts) => judgeNamedFile(path, read.bytes, settings, facts)));
  }
  for (const problem of problems) environment.notes.print(`error: ${printable(problem)}`);
  const report =
    judged.length > 0 || options.format !== 'text' ? reports[options.format](judged, environment.result) : '';
  if (report !== '') environment.result.print(report);
  if (problems.length > 0) return EXIT.usage;
  return verdict(judged, options.maxWarnings, environment);
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
