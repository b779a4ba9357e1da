import { normalize } from 'node:path';
import type { Note, Plan } from '../../api/plan/plan.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import type { Pushed } from '../../api/push/outcome-text.ts';
import type { Output } from '../environment.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-code.ts';
import type { NamedJobFile } from '../push/job-file.ts';
import { outcomeJson } from './outcome-json.ts';
import { outcomeText } from './outcome-text.ts';

/** What came of one file: a plan that could be pushed, or the end of a push. */
export type FileResult = {
  file: NamedJobFile;
  /** What was brought into the file before; a person has read it already. */
  merged?: readonly Note[];
} & (
  | { kind: 'planned'; plan: Plan }
  /** `shown` are the notes that the person has read already, with the plan. */
  | {
      kind: 'ended';
      outcome: Outcome;
      shown: readonly Note[];
      pushed?: Pushed;
      /** What to do next, where a command has other ways on than a push. */
      advice?: readonly string[];
    }
);

/** Takes results as they come; `end` is called once, also when something went wrong between. */
export interface OutcomeReport {
  add(result: FileResult): void;
  end(): void;
}

/** How many results there will be, and whether one file alone was named, and as a file. */
export interface ExpectedResults {
  count: number;
  isOneFile: boolean;
}

export const ONE_FILE: ExpectedResults = { count: 1, isOneFile: true };

/** A folder or a pattern is several files, however many it happens to hold. */
export function expectedResults(named: readonly string[], files: readonly NamedJobFile[]): ExpectedResults {
  const [name, ...others] = named;
  const isFile = files.some((file) => normalize(file.named) === normalize(name ?? ''));
  return { count: files.length, isOneFile: others.length === 0 && isFile };
}

/** One more format is one more file here. */
export const outcomeReports = { text: outcomeText, json: outcomeJson } satisfies Record<
  string,
  (output: Output, expected: ExpectedResults) => OutcomeReport
>;

export type OutcomeFormat = keyof typeof outcomeReports;

export function exitCodeOfResult(result: FileResult): ExitCode {
  return result.kind === 'planned' ? EXIT.fine : exitCodeOf(result.outcome.kind);
}
