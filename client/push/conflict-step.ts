import * as vscode from 'vscode';
import type { Conflict } from '../../api/plan/plan.ts';
import type { JobId } from '../../api/platform.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import type { Button, Dialogs } from '../dialogs.ts';
import { changedElsewhere, stepAfterChange } from './changed-step.ts';
import { forgetInTheWay, type LinkInTheWay } from './forget-step.ts';
import type { MergeParts } from './merge-step.ts';
import type { Wish } from './push-job.ts';

type Way = 'update' | 'link' | 'another' | 'forget' | 'again' | 'log';

/** Says what stands against the push and offers the ways on. */
export async function stepAfterConflict(
  outcome: Outcome & { kind: 'conflict' },
  parts: MergeParts,
): Promise<Partial<Wish> | undefined> {
  const { dialogs, log } = parts;
  const changed = changedElsewhere(outcome.conflicts);
  if (changed.length > 0) return stepAfterChange(outcome, changed, parts);
  const answer = await dialogs.ask<Way>({
    severity: 'warning',
    modal: true,
    message: describeOutcome(outcome),
    detail: vscode.l10n.t('The file is as it was.'),
    buttons: waysOn(outcome.conflicts),
  });
  switch (answer) {
    case 'update':
      return { wanted: 'update', createNew: false };
    case 'another':
      return { wanted: 'create', createNew: true };
    case 'again':
      // What was agreed to be overwritten is not what is there now.
      return { onConflict: 'stop', sendScripts: false };
    case 'link': {
      const id = await whichJob(outcome.conflicts, dialogs);
      return id === undefined ? undefined : { wanted: 'update', link: id };
    }
    case 'forget':
      await forgetInTheWay(linksInTheWay(outcome.conflicts, outcome.path), outcome.target, parts);
      return {};
    case 'log':
      log.show();
      return undefined;
    case undefined:
      return undefined;
  }
}

function waysOn(conflicts: Conflict[]): Button<Way>[] {
  const kinds = new Set(conflicts.map((conflict) => conflict.kind));
  const another: Button<Way> = { answer: 'another', label: vscode.l10n.t('Create Another') };
  if (kinds.has('already-linked'))
    return [
      { answer: 'update', label: vscode.l10n.t('Update That Job Instead') },
      another,
      ...(linksInTheWay(conflicts).length > 0 ? [forgetting()] : []),
    ];
  if (kinds.has('linked-file-gone'))
    return [{ answer: 'link', label: vscode.l10n.t('Link to It') }, another, forgetting()];
  if (kinds.has('same-name')) return [{ answer: 'link', label: vscode.l10n.t('Link to It') }, another];
  if (kinds.has('changed-since-plan')) return [{ answer: 'again', label: vscode.l10n.t('Plan Again') }];
  return [{ answer: 'log', label: vscode.l10n.t('Show Log') }];
}

function forgetting(): Button<Way> {
  return { answer: 'forget', label: vscode.l10n.t('Forget the Link') };
}

/** The links without which the push would be a plain create. */
function linksInTheWay(conflicts: readonly Conflict[], path = ''): LinkInTheWay[] {
  return conflicts.flatMap((conflict) => {
    if (conflict.kind === 'already-linked') return conflict.by === 'link' ? [{ file: path, id: conflict.id }] : [];
    if (conflict.kind !== 'linked-file-gone') return [];
    return conflict.jobs.map(({ id, linkedFile }) => ({ file: linkedFile, id }));
  });
}

async function whichJob(conflicts: Conflict[], dialogs: Dialogs): Promise<JobId | undefined> {
  const jobs = conflicts.flatMap((conflict): { id: JobId; linkedFile?: string }[] =>
    conflict.kind === 'same-name' || conflict.kind === 'linked-file-gone' ? conflict.jobs : [],
  );
  if (jobs.length === 1) return jobs[0]?.id;
  return dialogs.choose(
    vscode.l10n.t('Which of them is this file?'),
    jobs.map((job) => ({
      label: job.id,
      value: job.id,
      ...(job.linkedFile === undefined ? {} : { description: vscode.l10n.t('is the job of {0}', job.linkedFile) }),
    })),
  );
}
