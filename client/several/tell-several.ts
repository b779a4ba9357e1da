import * as vscode from 'vscode';
import type { Outcome } from '../../api/push/outcome.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { kindOfOutcome } from '../../api/several/count.ts';
import type { SeveralPlan } from '../../api/several/several.ts';
import type { PushParts } from '../push/push-job.ts';
import { sayCounts } from './several-question.ts';

/** Tells in one notification how a push of several files ended; each file's outcome on demand. */
export async function tellSeveral(
  { entries }: SeveralPlan,
  outcomes: readonly Outcome[],
  connection: string,
  { dialogs, log, review }: Pick<PushParts, 'dialogs' | 'log' | 'review'>,
): Promise<void> {
  // Who has just said no to all of it knows.
  if (outcomes.every(({ kind }) => kind === 'cancelled')) return;
  const answer = await dialogs.ask({
    severity: severityOf(outcomes),
    message: [
      vscode.l10n.t('On “{0}”: {1}.', connection, sayCounts(outcomes.map(kindOfOutcome), vscode.l10n)),
      ...(outcomes.some((outcome) => kindOfOutcome(outcome) === 'stopped')
        ? [vscode.l10n.t('Deploy a stopped file alone: you are then offered what can be done about it.')]
        : []),
    ].join(' '),
    modal: false,
    buttons: [
      { answer: 'details', label: vscode.l10n.t('Show Details') },
      { answer: 'log', label: vscode.l10n.t('Show Log') },
    ],
  });
  if (answer === 'log') log.show();
  if (answer === 'details')
    await review.showText(
      vscode.l10n.t('Deployed'),
      outcomes.flatMap((outcome, index) => [
        describeOutcome({ ...outcome, path: entries[index]?.file.name ?? outcome.path }),
        ...outcome.notes.map(({ message }) => `  ${message}`),
      ]),
    );
}

function severityOf(outcomes: readonly Outcome[]): 'information' | 'warning' | 'error' {
  const kinds = new Set(outcomes.map(kindOfOutcome));
  if (kinds.has('rejected') || kinds.has('unknown')) return 'error';
  return kinds.has('stopped') || kinds.has('cancelled') ? 'warning' : 'information';
}
