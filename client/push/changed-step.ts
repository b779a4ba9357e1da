import * as vscode from 'vscode';
import type { Conflict } from '../../api/plan/plan.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import type { Button, Dialogs } from '../dialogs.ts';
import { rangeOf } from '../language/place.ts';
import { conflictLine } from './conflict-line.ts';
import type { OpenJobFile } from './job-file.ts';
import { type MergeParts, mergeIntoFile } from './merge-step.ts';
import type { Wish } from './push-job.ts';

const LISTED = 8;

type Way = 'merge' | 'overwrite' | 'send' | 'show';

/** What the server may have now, which a push would write over. */
type Changed = Extract<Conflict, { kind: 'changed-on-server' | 'script-unknown' }>;

/** Of the conflicts of a push, those with what somebody else changed. */
export function changedElsewhere(conflicts: readonly Conflict[]): Changed[] {
  return conflicts.filter(
    (conflict): conflict is Changed => conflict.kind === 'changed-on-server' || conflict.kind === 'script-unknown',
  );
}

/**
 * Says what somebody else changed meanwhile. The person merges it into the file, or has it overwritten by a plan that names it
 * and is asked about like every other; without a word nothing happens.
 */
export async function stepAfterChange(
  outcome: Outcome,
  changed: Changed[],
  parts: MergeParts & { dialogs: Dialogs },
): Promise<Partial<Wish> | undefined> {
  const answer = await parts.dialogs.ask<Way>({
    severity: 'warning',
    modal: true,
    message: messageOf(outcome, changed),
    detail: [...lines(changed), '', ...meanings(changed)].join('\n'),
    buttons: waysOn(changed),
  });
  switch (answer) {
    case 'merge':
      return mergeIntoFile(parts);
    case 'overwrite':
      return { onConflict: 'overwrite' };
    case 'send':
      return { sendScripts: true };
    case 'show':
      await showFirst(parts.file, changed);
      return undefined;
    case undefined:
      return undefined;
  }
}

function messageOf({ path, target }: Outcome, changed: Changed[]): string {
  const connection = target?.connection ?? '';
  return changed.some(({ kind }) => kind === 'changed-on-server')
    ? vscode.l10n.t('Somebody else changed the job of {0} on {1}. Nothing was sent.', path, connection)
    : vscode.l10n.t('Scripts of {0} cannot be compared with those on {1}. Nothing was sent.', path, connection);
}

function lines(changed: Changed[]): string[] {
  const shown = changed.slice(0, LISTED).map((conflict) => conflictLine(conflict, vscode.l10n));
  const hidden = changed.length - shown.length;
  return hidden > 0 ? [...shown, vscode.l10n.t('… and {0} more.', hidden)] : shown;
}

function waysOn(changed: Changed[]): Button<Way>[] {
  const merge: Button<Way> = { answer: 'merge', label: vscode.l10n.t('Merge') };
  const merging = hasFields(changed) ? [merge] : [];
  if (hasUnknownScripts(changed)) return [...merging, { answer: 'show', label: vscode.l10n.t('Show the Script') }];
  if (hasFields(changed)) return [merge, { answer: 'overwrite', label: vscode.l10n.t('Overwrite…') }];
  return [{ answer: 'send', label: vscode.l10n.t('Send These Scripts…') }];
}

/** What each way on does, before it is chosen. */
function meanings(changed: Changed[]): string[] {
  return [
    ...(hasFields(changed)
      ? [
          vscode.l10n.t(
            'Merge takes into the file what was changed on the server alone; where both were changed, you choose in the file. Nothing is sent.',
          ),
        ]
      : []),
    ...(hasUnknownScripts(changed)
      ? [vscode.l10n.t('A script that nobody here knows cannot be sent: put it into the file first.')]
      : hasFields(changed)
        ? [vscode.l10n.t('Overwrite shows a plan that names what is lost, and asks before it sends it.')]
        : [vscode.l10n.t('Sending them shows a plan first, and asks before it sends it.')]),
  ];
}

function hasFields(changed: Changed[]): boolean {
  return changed.some(({ kind }) => kind === 'changed-on-server');
}

function hasUnknownScripts(changed: Changed[]): boolean {
  return changed.some((conflict) => conflict.kind === 'script-unknown' && !conflict.sendable);
}

async function showFirst({ document }: OpenJobFile, changed: Changed[]): Promise<void> {
  const unknown = changed.find((conflict) => conflict.kind === 'script-unknown' && !conflict.sendable);
  const selection = rangeOf(document, unknown?.pointer ?? '', vscode.Range);
  await vscode.window.showTextDocument(document, { selection });
}
