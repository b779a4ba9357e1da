import type { Note } from '../../api/plan/plan.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { describeConflict, describeOutcome, type Pushed } from '../../api/push/outcome-text.ts';
import { type CountedKind, kindOfOutcome, kindOfPlan, sayCount } from '../../api/several/count.ts';
import type { JudgedFinding } from '../../schemas/finding.ts';
import type { Colours, Output } from '../environment.ts';
import { printable } from '../printable.ts';
import type { NamedJobFile } from '../push/job-file.ts';
import { adviceOn } from './advice.ts';
import type { ExpectedResults, FileResult, OutcomeReport } from './outcome-report.ts';
import { planText } from './plan-text.ts';
import { severityColour } from './text.ts';

/** Says of each file, as soon as it is known, what happened and what to do next; of several, how many of what. */
export function outcomeText(output: Output, { count }: ExpectedResults): OutcomeReport {
  const kinds: CountedKind[] = [];
  return {
    add(result) {
      kinds.push(result.kind === 'planned' ? kindOfPlan(result.plan) : kindOfOutcome(result.outcome));
      output.print(describeResult(result, output.colours));
    },
    end() {
      if (count > 1 && kinds.length > 0) output.print(`${sayCount(kinds)}.`);
    },
  };
}

function describeResult(result: FileResult, colours: Colours): string {
  const { file } = result;
  if (result.kind === 'planned') return planText(result.plan, file, colours);
  const outcome = { ...result.outcome, path: file.named };
  return [
    outcomeColour(outcome.kind, colours)(onOneLine(sentence(outcome, result.pushed))),
    ...(outcome.kind === 'invalid'
      ? errorsOf(outcome.findings).map((finding) => findingLine(finding, file, colours))
      : []),
    ...(isConflictOfSeveral(outcome) ? outcome.conflicts.map((one) => `  ${onOneLine(describeConflict(one))}`) : []),
    ...notesOf(outcome, result.shown).map(({ message }) => `  Note: ${onOneLine(message)}`),
    ...(result.advice ?? adviceOn(outcome)).map((advice) => `  ${onOneLine(advice)}`),
  ].join('\n');
}

/** A message that came from elsewhere must not write lines of its own. */
function onOneLine(text: string): string {
  return printable(text).replaceAll('\n', ' ');
}

/** The findings of an invalid file follow, each at its place, and of several conflicts each on a line of its own. */
function sentence(outcome: Outcome, pushed: Pushed | undefined): string {
  if (outcome.kind === 'invalid') return `${outcome.path}: not pushed, because it has errors:`;
  return describeOutcome(isConflictOfSeveral(outcome) ? { ...outcome, conflicts: [] } : outcome, pushed).trimEnd();
}

function isConflictOfSeveral(outcome: Outcome): outcome is Extract<Outcome, { kind: 'conflict' }> {
  return outcome.kind === 'conflict' && outcome.conflicts.length > 1;
}

function errorsOf(findings: readonly JudgedFinding[]): JudgedFinding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

/** What was not said with the plan; and once more the file's own errors, where they may be why it was refused. */
function notesOf({ kind, notes }: Outcome, shown: readonly Note[]): Note[] {
  return notes.filter(
    ({ code, message }) =>
      (kind === 'rejected' && code === 'has-errors') ||
      !shown.some((note) => note.code === code && note.message === message),
  );
}

/** The place in the file, or the pointer when the finding is about what would have been sent beside it. */
function findingLine(
  { code, severity, message, pointer, range }: JudgedFinding,
  file: NamedJobFile,
  colours: Colours,
): string {
  const place =
    range === undefined
      ? pointer || '(whole job)'
      : `${file.named}:${range.start.line + 1}:${range.start.character + 1}`;
  return `  ${printable(place)}  ${severityColour(severity, colours)(severity)}  ${code}  ${onOneLine(message)}`;
}

function outcomeColour(outcome: Outcome['kind'], colours: Colours): (text: string) => string {
  switch (outcome) {
    case 'created':
    case 'updated':
    case 'unchanged':
      return colours.green;
    case 'cancelled':
    case 'conflict':
      return colours.yellow;
    case 'invalid':
    case 'rejected':
    case 'failed':
    case 'unknown':
      return colours.red;
  }
}
