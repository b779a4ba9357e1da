import { writeJson } from '../../api/job/exact-number.ts';
import { reportOutcome, reportPlan } from '../../api/push/report.ts';
import type { Output } from '../environment.ts';
import type { ExpectedResults, FileResult, OutcomeReport } from './outcome-report.ts';

/** One object for one file that was named, else an array; paths are as the person wrote them. */
export function outcomeJson(output: Output, { isOneFile }: ExpectedResults): OutcomeReport {
  const objects: object[] = [];
  return {
    add: (result) => void objects.push(objectOf(result)),
    end: () => output.print(writeJson(isOneFile && objects.length === 1 ? objects[0] : objects)),
  };
}

function objectOf(result: FileResult): object {
  const path = result.file.named;
  const report =
    result.kind === 'planned' ? { ...reportPlan(result.plan), path } : reportOutcome({ ...result.outcome, path });
  return { ...report, notes: [...(result.merged ?? []), ...report.notes] };
}
