import type { Diagnosis } from '../../server/judge.ts';
import type { Output } from '../environment.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

/** A file and what is wrong with it. `text` is what was judged; lines are shown from it. */
export interface JudgedFile {
  path: string;
  text: string;
  diagnostics: Diagnosis[];
}

/** Turns what was found into what is printed; the output tells colours and width. */
export type Report = (files: readonly JudgedFile[], output: Output) => string;

/** One more format is one more file here. */
export const reports = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
} satisfies Record<string, Report>;

export type ReportFormat = keyof typeof reports;
