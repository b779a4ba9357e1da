import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import { confirmPlan } from '../../api/plan/confirm.ts';
import { renderPlan } from '../../api/plan/render-text.ts';
import { progressOf } from '../../api/push/ending.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { preparePush } from '../../api/push/prepare.ts';
import { push } from '../../api/push/push.ts';
import type { PushRequest } from '../../api/push/request.ts';
import type { Session } from '../../api/session.ts';
import { askConfirmation } from '../confirm-dialog.ts';
import { connectionToUse } from '../connections/ask-connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Dialogs } from '../dialogs.ts';
import { withProgress } from '../progress.ts';
import type { RejectionDiagnostics } from '../rejection-diagnostics.ts';
import { Stopped } from '../stopped.ts';
import { atPresent, type OpenJobFile, openJobFile, presentDocument, stopWhenNotTrusted } from './job-file.ts';
import type { JudgeOf } from './judge.ts';
import { nextStep } from './next-step.ts';
import type { PlanReview } from './plan-review.ts';
import { pushDependencies } from './push-dependencies.ts';

/** What a push needs of the editor. */
export interface PushParts {
  dialogs: Dialogs;
  log: vscode.LogOutputChannel;
  connections: Connections;
  judge: JudgeOf;
  review: PlanReview;
  rejections: RejectionDiagnostics;
  clock: Clock;
  /** Something may have been recorded about a file. */
  recorded(): void;
}

/** What the person wants, without the file's text: that is read anew for every attempt. */
export type Wish = Omit<PushRequest, 'file'>;

/**
 * Brings one file to the platform: gather, plan, confirm, send, tell. An outcome that leaves the person a choice
 * (link it, make another, go on with errors) starts the same way again with that choice.
 */
export async function pushJob(
  resource: vscode.Uri | undefined,
  wanted: PushRequest['wanted'],
  parts: PushParts,
): Promise<void> {
  stopWhenNotTrusted();
  let file = await openJobFile(resource);
  const connection = await connectionToUse(file.document.uri, parts.connections, parts.dialogs);
  let wish: Wish | undefined = { wanted, createNew: false, allowErrors: false };
  while (wish !== undefined) {
    const session = await parts.connections.open(connection);
    // A way on may be taken long after it was offered.
    file = await atPresent(file);
    const outcome = await attempt(file, wish, session, parts);
    parts.log.info(`${file.path}: ${outcome.kind}${outcome.id === undefined ? '' : ` ${outcome.id}`}`);
    for (const { message } of outcome.notes) parts.log.info(`${file.path}: ${message}`);
    parts.recorded();
    const step = await nextStep(outcome, { file, session, wish, ...parts });
    wish = step === undefined ? undefined : { ...wish, ...step };
  }
}

async function attempt(opened: OpenJobFile, wish: Wish, session: Session, parts: PushParts): Promise<Outcome> {
  const name = session.connection.name;
  for (let file = opened; ; file = await atPresent(file)) {
    const { document, path } = file;
    parts.rejections.clear(document.uri);
    const text = document.getText();
    const prepared = await withProgress(vscode.l10n.t('Planning {0} on “{1}”', path, name), (signal, report) =>
      preparePush({ ...wish, file: { path, text } }, pushDependencies(file, session, parts, report), signal),
    );
    if (prepared.kind === 'stopped') return prepared.outcome;
    const { plan } = prepared;
    parts.log.info(['Planned:', ...renderPlan(plan)].join('\n'));
    await parts.connections.rememberCustomer(session, plan.target);
    const confirmation = await askConfirmation(plan, { unsaved: document.isDirty }, parts.dialogs, parts.review);
    if (confirmation === undefined) return { ...progressOf(plan), kind: 'cancelled' };
    const present = await presentDocument(document);
    await save(present);
    if (present.getText() !== text) {
      parts.log.info(`${path} changed while it was planned, so it is planned again.`);
      continue;
    }
    const confirmed = confirmPlan(plan, confirmation);
    if (confirmed.kind === 'name-not-typed') return { ...progressOf(plan), kind: 'cancelled' };
    const outcome = await withProgress(vscode.l10n.t('Sending {0} to “{1}”', path, name), (signal, report) =>
      push(confirmed, pushDependencies(file, session, parts, report), signal),
    );
    // The person has read those of the plan.
    return { ...outcome, notes: outcome.notes.slice(plan.notes.length) };
  }
}

/** What is sent is on the disk first. */
export async function save(document: vscode.TextDocument): Promise<void> {
  if (document.isDirty && !(await document.save()))
    throw new Stopped(vscode.l10n.t('{0} could not be saved, so nothing was sent.', document.fileName));
}
