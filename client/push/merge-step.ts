import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import { type Merged, mergeFile } from '../../api/merge/merge-file.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import type { Session } from '../../api/session.ts';
import type { Dialogs } from '../dialogs.ts';
import { withProgress } from '../progress.ts';
import { replaceText } from '../replace-text.ts';
import { Stopped } from '../stopped.ts';
import { atPresent, type OpenJobFile, presentDocument } from './job-file.ts';
import type { JudgeOf } from './judge.ts';
import { pushDependencies } from './push-dependencies.ts';
import type { Wish } from './push-job.ts';

/** What a merge needs of a push that met a conflict. */
export interface MergeParts {
  file: OpenJobFile;
  wish: Wish;
  session: Session;
  judge: JudgeOf;
  clock: Clock;
  dialogs: Dialogs;
  log: vscode.LogOutputChannel;
}

type WholeMerge = Extract<Merged, { kind: 'merged' }>;

/** Labels of fields that a notification names. */
const NAMED = 4;

/**
 * Takes what somebody else changed into the file as the person has it, by one step that can be undone. What both changed stands
 * between markers, which the editor offers to accept. The file is saved with it: only what is on the disk may count as merged.
 * Resolves with how to go on: to push again, when the person wants that.
 */
export async function mergeIntoFile(parts: MergeParts): Promise<Partial<Wish> | undefined> {
  const { session, wish, log } = parts;
  const file = await atPresent(parts.file);
  const { path } = file;
  const text = file.document.getText();
  const merged = await withProgress(
    vscode.l10n.t('Merging what changed on “{0}” into {1}', session.connection.name, path),
    (signal, report) =>
      mergeFile({ ...wish, file: { path, text } }, pushDependencies(file, session, parts, report), signal),
  );
  if (merged.kind === 'stopped') return tellStopped(merged.outcome, parts);
  const document = await presentDocument(file.document);
  if (document.getText() !== text)
    throw new Stopped(vscode.l10n.t('{0} was edited meanwhile, so nothing was merged. Deploy it again.', path));
  await replaceText(document, merged.text);
  await merged.record();
  log.info(
    [`Merged into ${path}:`, ...merged.taken.map(({ label }) => `  taken: ${label}`), ...places(merged)].join('\n'),
  );
  for (const { message } of merged.notes) log.info(`${path}: ${message}`);
  await reveal(document, merged);
  return tell(merged, parts);
}

function places({ conflicts }: WholeMerge): string[] {
  return conflicts.map(({ conflict, line }) => `  left for choice: ${conflict.label}, line ${line}`);
}

/** The first place that waits for a choice, else the file. */
async function reveal(document: vscode.TextDocument, { conflicts: [first] }: WholeMerge): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  if (first === undefined) return;
  const at = new vscode.Position(first.line - 1, 0);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function tell(merged: WholeMerge, { file, dialogs, log }: MergeParts): Promise<Partial<Wish> | undefined> {
  const waiting = merged.conflicts.length;
  const answer = await dialogs.ask({
    severity: waiting === 0 ? 'information' : 'warning',
    message: [takenText(merged, file.path), ...(waiting === 0 ? scriptText(merged) : [waitingText(waiting)])].join(' '),
    modal: false,
    buttons: [
      ...(waiting === 0 ? [{ answer: 'deploy' as const, label: vscode.l10n.t('Deploy…') }] : []),
      { answer: 'log', label: vscode.l10n.t('Show Log') },
    ],
  });
  if (answer === 'log') log.show();
  return answer === 'deploy' ? {} : undefined;
}

function takenText({ taken, target }: WholeMerge, path: string): string {
  if (taken.length === 0) return vscode.l10n.t('{0}: nothing had to be taken from {1}.', path, target.connection);
  const named = taken.slice(0, NAMED).map(({ label }) => label);
  const hidden = taken.length - named.length;
  const list = hidden > 0 ? vscode.l10n.t('{0} and {1} more', named.join(', '), hidden) : named.join(', ');
  return vscode.l10n.t('{0} has taken from {1}: {2}.', path, target.connection, list);
}

function waitingText(count: number): string {
  return count === 1
    ? vscode.l10n.t('One place waits for your choice: it is shown, between <<<<<<< and >>>>>>>. Deploy it then.')
    : vscode.l10n.t('{0} places wait for your choice, each between <<<<<<< and >>>>>>>. Deploy it then.', count);
}

function scriptText({ scripts }: WholeMerge): string[] {
  return scripts.length === 0 ? [] : [vscode.l10n.t('Scripts cannot be compared: the next push asks about them.')];
}

async function tellStopped(outcome: Outcome, { dialogs, log }: MergeParts): Promise<undefined> {
  if (outcome.kind === 'cancelled') return;
  const answer = await dialogs.ask({
    severity: 'error',
    message: describeOutcome(outcome),
    modal: false,
    buttons: [{ answer: 'log', label: vscode.l10n.t('Show Log') }],
  });
  if (answer === 'log') log.show();
}
