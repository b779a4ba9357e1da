import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import { ownerLife, thisProcess } from '../../api/disk/owner.ts';
import type { PushDependencies } from '../../api/push/request.ts';
import type { Session } from '../../api/session.ts';
import type { OpenJobFile } from './job-file.ts';
import type { JudgeOf } from './judge.ts';
import { stepText } from './step-text.ts';

/** What the engine needs to push a file; `report` gets a line for each step. */
export function pushDependencies(
  { document, state }: OpenJobFile,
  session: Session,
  { judge, clock }: { judge: JudgeOf; clock: Clock },
  report: (line: string) => void,
): PushDependencies {
  return {
    session,
    state,
    judge: judge(document.uri),
    clock,
    owner: thisProcess(),
    ownerLife,
    progress: (step) => report(stepText(step, vscode.l10n)),
  };
}
