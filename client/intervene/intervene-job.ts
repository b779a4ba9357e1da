import * as vscode from 'vscode';
import { ownerLife, thisProcess } from '../../api/disk/owner.ts';
import { confirmIntervention } from '../../api/intervene/confirm.ts';
import { intervene } from '../../api/intervene/intervene.ts';
import type { InterventionKind, InterventionOutcome } from '../../api/intervene/intervention.ts';
import { planIntervention } from '../../api/intervene/plan.ts';
import { describeIntervention, renderIntervention } from '../../api/intervene/text.ts';
import { connectionToUse } from '../connections/ask-connection.ts';
import type { Dialogs } from '../dialogs.ts';
import { withProgress } from '../progress.ts';
import { openJobFile, stopWhenNotTrusted } from '../push/job-file.ts';
import type { PushParts } from '../push/push-job.ts';
import { stepText } from '../push/step-text.ts';
import { askIntervention } from './ask.ts';
import { otherStatus, writeStatus } from './status-edit.ts';

export type InterveneParts = Pick<PushParts, 'dialogs' | 'log' | 'connections' | 'clock' | 'recorded'>;

/** Enables, disables or deletes the job that a file is: look, ask, do, tell. The file is not sent. */
export async function interveneJob(
  kind: InterventionKind,
  resource: vscode.Uri | undefined,
  parts: InterveneParts,
): Promise<void> {
  stopWhenNotTrusted();
  const { document, path, state } = await openJobFile(resource);
  const name = await connectionToUse(document.uri, parts.connections, parts.dialogs);
  const session = await parts.connections.open(name);
  const dependencies = { session, state, clock: parts.clock, owner: thisProcess(), ownerLife };
  const reporting = (report: (line: string) => void) => ({
    ...dependencies,
    progress: (step: Parameters<typeof stepText>[0]) => report(stepText(step, vscode.l10n)),
  });
  const job = { file: { path, text: document.getText() } };
  const prepared = await withProgress(
    vscode.l10n.t('Looking at the job of {0} on “{1}”', path, name),
    (signal, report) => planIntervention({ kind, job }, reporting(report), signal),
  );
  if (prepared.kind === 'stopped') {
    parts.recorded();
    return tell(prepared.outcome, document, parts);
  }
  const { plan } = prepared;
  parts.log.info(['Planned:', ...renderIntervention(plan)].join('\n'));
  await parts.connections.rememberCustomer(session, plan.target);
  const confirmation = await askIntervention(plan, parts.dialogs);
  if (confirmation === undefined) return;
  const confirmed = confirmIntervention(plan, confirmation);
  if (confirmed.kind !== 'confirmed') return;
  const outcome = await withProgress(vscode.l10n.t('Asking “{0}”', name), (signal, report) =>
    intervene(confirmed, reporting(report), signal),
  );
  parts.recorded();
  await tell(outcome, document, parts);
}

async function tell(
  outcome: InterventionOutcome,
  document: vscode.TextDocument,
  { dialogs, log }: InterveneParts,
): Promise<void> {
  if (outcome.kind === 'cancelled') return;
  for (const note of outcome.notes) log.info(note.message);
  const message = describeIntervention(outcome);
  log.info(message);
  if (outcome.kind === 'done' || outcome.kind === 'unchanged') {
    await tellSuccess(outcome.intervention, message, document, dialogs);
    return;
  }
  const answer = await dialogs.ask({
    severity: outcome.kind === 'unknown' ? 'warning' : 'error',
    message,
    modal: false,
    buttons: [{ answer: 'log', label: vscode.l10n.t('Show Log') }],
  });
  if (answer === 'log') log.show();
}

/** A file that says another status would set it back at its next push: writing the new one into it is offered. */
async function tellSuccess(
  kind: InterventionKind,
  message: string,
  document: vscode.TextDocument,
  dialogs: Dialogs,
): Promise<void> {
  const status = kind === 'enable' ? 'Enabled' : 'Disabled';
  const said = kind === 'delete' ? undefined : otherStatus(document, status);
  const answer = await dialogs.ask({
    severity: 'information',
    message:
      said === undefined
        ? message
        : vscode.l10n.t('{0} The file says “{1}”: its next push would set the job back.', message, said),
    modal: false,
    buttons: said === undefined ? [] : [{ answer: 'write', label: vscode.l10n.t('Write “{0}” into the File', status) }],
  });
  if (answer === 'write') await writeStatus(document, status);
}
