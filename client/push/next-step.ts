import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { rejectionFindings } from '../../api/push/rejection.ts';
import type { Session } from '../../api/session.ts';
import { signInOnce } from '../connections/ask-connection.ts';
import type { Connections } from '../connections/connections.ts';
import { SANDBOX } from '../connections/sandbox-name.ts';
import type { Dialogs } from '../dialogs.ts';
import type { RejectionDiagnostics } from '../rejection-diagnostics.ts';
import { chooseJob } from './choose-job.ts';
import { stepAfterConflict } from './conflict-step.ts';
import { stepAfterErrors } from './errors-step.ts';
import type { OpenJobFile } from './job-file.ts';
import { stepAfterJobGone } from './job-gone-step.ts';
import type { JudgeOf } from './judge.ts';
import type { Wish } from './push-job.ts';

/** Notes that a notification holds. */
const NOTES = 3;

/** What is needed to tell an outcome and to offer the ways on. */
export interface StepParts {
  file: OpenJobFile;
  session: Session;
  dialogs: Dialogs;
  log: vscode.LogOutputChannel;
  connections: Connections;
  rejections: RejectionDiagnostics;
  clock: Clock;
  judge: JudgeOf;
  wish: Wish;
}

/** Tells how a push ended. Resolves with what the person wants otherwise now, or undefined when this was it. */
export async function nextStep(outcome: Outcome, parts: StepParts): Promise<Partial<Wish> | undefined> {
  switch (outcome.kind) {
    case 'created':
    case 'updated':
      return tellSuccess(outcome, outcome.id, parts);
    case 'unchanged':
      return tell('information', outcome, parts);
    case 'invalid':
      return stepAfterErrors(outcome, parts);
    case 'conflict':
      return stepAfterConflict(outcome, parts);
    case 'failed':
      return stepAfterFailure(outcome, parts);
    case 'rejected':
      parts.rejections.show(parts.file.document, rejectionFindings(outcome), outcome.target?.host);
      return tell('error', outcome, parts);
    case 'unknown':
      return tell('warning', outcome, parts);
    case 'cancelled':
      return undefined;
  }
}

/** How it ended, with what is to be said of it and was not said before. The log has all of it. */
function withNotes(outcome: Outcome): string {
  const notes = outcome.notes.slice(0, NOTES).map(({ message }) => message);
  return [describeOutcome(outcome), ...notes].join(' ');
}

async function tellSuccess(outcome: Outcome, id: string, { dialogs }: StepParts): Promise<undefined> {
  const answer = await dialogs.ask({
    // A note says what needs looking at: a second job of that name, a link that was not stored.
    severity: outcome.notes.length === 0 ? 'information' : 'warning',
    message: withNotes(outcome),
    modal: false,
    buttons: [{ answer: 'copy', label: vscode.l10n.t('Copy ID') }],
  });
  if (answer === 'copy') await vscode.env.clipboard.writeText(id);
}

async function tell(
  severity: 'information' | 'warning' | 'error',
  outcome: Outcome,
  { dialogs, log }: StepParts,
): Promise<undefined> {
  const answer = await dialogs.ask({
    severity,
    message: withNotes(outcome),
    modal: false,
    buttons: [{ answer: 'log', label: vscode.l10n.t('Show Log') }],
  });
  if (answer === 'log') log.show();
}

async function stepAfterFailure(
  outcome: Outcome & { kind: 'failed' },
  parts: StepParts,
): Promise<Partial<Wish> | undefined> {
  switch (outcome.failure.kind) {
    case 'no-job-chosen': {
      const title = vscode.l10n.t('Which job is {0}?', outcome.path);
      const job = await chooseJob(title, parts.session, parts.dialogs);
      return job === undefined ? undefined : { wanted: 'update', link: job.id };
    }
    case 'job-gone':
      return stepAfterJobGone(outcome, outcome.failure.id, parts);
    case 'subscription-unknown':
      return offer(outcome, vscode.l10n.t('Create a New Job'), { wanted: 'create', createNew: true }, parts);
    case 'unauthorised':
    case 'token-expired':
      return parts.session.connection.name === SANDBOX ? tell('error', outcome, parts) : signInAgain(outcome, parts);
    default:
      return tell('error', outcome, parts);
  }
}

async function signInAgain(outcome: Outcome, parts: StepParts): Promise<Partial<Wish> | undefined> {
  const step = await offer(outcome, vscode.l10n.t('Sign In'), {}, parts);
  if (step === undefined) return undefined;
  const isSignedIn = await signInOnce(parts.session.connection.name, parts.connections, parts.dialogs);
  return isSignedIn ? step : undefined;
}

/** Tells an outcome with one way on beside the log. */
async function offer(
  outcome: Outcome,
  label: string,
  step: Partial<Wish>,
  { dialogs, log }: StepParts,
): Promise<Partial<Wish> | undefined> {
  const answer = await dialogs.ask({
    severity: 'error',
    message: describeOutcome(outcome),
    modal: false,
    buttons: [
      { answer: 'go-on', label },
      { answer: 'log', label: vscode.l10n.t('Show Log') },
    ],
  });
  if (answer === 'log') log.show();
  return answer === 'go-on' ? step : undefined;
}
