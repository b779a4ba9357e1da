import * as vscode from 'vscode';
import type { Confirmation } from '../../api/plan/confirm.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { rejectionFindings } from '../../api/push/rejection.ts';
import type { Session } from '../../api/session.ts';
import { kindOfOutcome } from '../../api/several/count.ts';
import { planSeveral } from '../../api/several/plan-several.ts';
import { cancelSeveral, confirmSeveral, pushSeveral } from '../../api/several/push-several.ts';
import { renderSeveral } from '../../api/several/render-text.ts';
import { plansOf, type SeveralFile, type SeveralPlan } from '../../api/several/several.ts';
import { askTypedName } from '../confirm-dialog.ts';
import { connectionToUse } from '../connections/ask-connection.ts';
import { withProgress } from '../progress.ts';
import { atPresent, type OpenJobFile, openJobFile, stopWhenNotTrusted } from '../push/job-file.ts';
import { pushDependencies } from '../push/push-dependencies.ts';
import { type PushParts, pushJob, save } from '../push/push-job.ts';
import { selectedJobFiles } from './selected-files.ts';
import { sayCounts, severalQuestion } from './several-question.ts';
import { tellSeveral } from './tell-several.ts';

/** Brings the selected files, and those in selected folders, to the platform: one plan, one question, one summary. */
export async function deploySelected(selected: readonly vscode.Uri[], parts: PushParts): Promise<void> {
  stopWhenNotTrusted();
  const [first, ...others] = await selectedJobFiles(selected);
  if (first === undefined) return;
  if (others.length === 0) return pushJob(first, 'deploy', parts);
  const files: OpenJobFile[] = [];
  for (const uri of [first, ...others]) files.push(await openJobFile(uri));
  const session = await parts.connections.open(await connectionToUse(first, parts.connections, parts.dialogs));
  const { plan, outcomes } = await attempt(files, session, parts);
  parts.recorded();
  for (const [index, outcome] of outcomes.entries()) {
    const [file, name] = [files[index], plan.entries[index]?.file.name];
    parts.log.info(`${name}: ${outcome.kind}${outcome.id === undefined ? '' : ` ${outcome.id}`}`);
    if (file !== undefined && outcome.kind === 'rejected')
      parts.rejections.show(file.document, rejectionFindings(outcome), outcome.target?.host);
  }
  await tellSeveral(plan, outcomes, session.connection.name, parts);
}

interface Attempted {
  plan: SeveralPlan;
  outcomes: Outcome[];
}

async function attempt(chosen: readonly OpenJobFile[], session: Session, parts: PushParts): Promise<Attempted> {
  const connection = session.connection.name;
  for (let files = chosen; ; files = await opened(files)) {
    for (const { document } of files) parts.rejections.clear(document.uri);
    const texts = files.map(({ document }) => document.getText());
    const plan = await withProgress(
      vscode.l10n.t('Planning {0} files on “{1}”', files.length, connection),
      (signal, report) => {
        let done = 0;
        return planSeveral(severalFiles(files, texts, session, parts), signal, () =>
          report(vscode.l10n.t('{0} of {1}', ++done, files.length)),
        );
      },
    );
    const plans = plansOf(plan);
    const target = plans[0]?.target;
    if (target === undefined) return { plan, outcomes: cancelSeveral(plan) };
    parts.log.info(['Planned:', ...renderSeveral(plan)].join('\n'));
    await parts.connections.rememberCustomer(session, target);
    const sent = files.filter((_, index) => plan.entries[index]?.kind === 'plan');
    const confirmation = await askToSend(plan, sent, parts);
    if (confirmation === undefined) return { plan, outcomes: cancelSeveral(plan) };
    for (const { document } of await opened(sent)) await save(document);
    if ((await opened(files)).some(({ document }, index) => document.getText() !== texts[index])) {
      parts.log.info('Some of the files changed while they were planned, so they are planned again.');
      continue;
    }
    const confirmed = confirmSeveral(plan, confirmation);
    if (confirmed.kind !== 'confirmed') return { plan, outcomes: cancelSeveral(plan) };
    const outcomes = await withProgress(
      vscode.l10n.t('Sending {0} files to “{1}”', plans.length, connection),
      (signal, report) => {
        let done = 0;
        return pushSeveral(confirmed, signal, ({ name }, outcome) =>
          report(
            vscode.l10n.t(
              '{0} of {1}: {2}: {3}',
              ++done,
              plans.length,
              name,
              sayCounts([kindOfOutcome(outcome)], vscode.l10n),
            ),
          ),
        );
      },
    );
    return { plan, outcomes };
  }
}

function opened(files: readonly OpenJobFile[]): Promise<OpenJobFile[]> {
  return Promise.all(files.map(atPresent));
}

function severalFiles(
  files: readonly OpenJobFile[],
  texts: readonly string[],
  session: Session,
  parts: PushParts,
): SeveralFile[] {
  return files.map((file, index) => ({
    name: vscode.workspace.asRelativePath(file.document.uri),
    identity: file.document.uri.toString(),
    request: {
      file: { path: file.path, text: texts[index] ?? '' },
      wanted: 'deploy',
      createNew: false,
      allowErrors: false,
    },
    // The progress of several files is told file by file.
    dependencies: pushDependencies(file, session, parts, () => undefined),
  }));
}

async function askToSend(
  plan: SeveralPlan,
  sent: readonly OpenJobFile[],
  { dialogs, review }: PushParts,
): Promise<Confirmation | undefined> {
  const target = plansOf(plan)[0]?.target;
  if (target === undefined) return undefined;
  const unsaved = sent.filter(({ document }) => document.isDirty).length;
  const answer = await dialogs.ask(severalQuestion(plan, target, { unsaved }, vscode.l10n));
  if (answer === undefined) return undefined;
  if (answer === 'show' && !(await review.agreedToSeveral(plan, target))) return undefined;
  return target.protected ? askTypedName(target.connection, dialogs) : { kind: 'dialog' };
}
