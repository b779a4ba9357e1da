import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import { isOn, readLinks } from '../../api/link/links.ts';
import type { JobId } from '../../api/platform.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import type { Dialogs } from '../dialogs.ts';
import { forgetInTheWay } from './forget-step.ts';
import type { OpenJobFile } from './job-file.ts';
import type { Wish } from './push-job.ts';

/** The platform has no such job: the person makes another one, or forgets the link and pushes again. */
export async function stepAfterJobGone(
  outcome: Outcome,
  id: JobId,
  parts: { file: OpenJobFile; dialogs: Dialogs; log: vscode.LogOutputChannel; clock: Clock },
): Promise<Partial<Wish> | undefined> {
  const { target, path } = outcome;
  const isLinked = (await readLinks(parts.file.state)).some(
    (link) => link.file === path && target !== undefined && isOn(link, target),
  );
  const answer = await parts.dialogs.ask({
    severity: 'error',
    message: describeOutcome(outcome),
    modal: false,
    buttons: [
      { answer: 'new', label: vscode.l10n.t('Create a New Job') },
      ...(isLinked ? [{ answer: 'forget' as const, label: vscode.l10n.t('Forget the Link') }] : []),
      { answer: 'log', label: vscode.l10n.t('Show Log') },
    ],
  });
  if (answer === 'log') parts.log.show();
  if (answer === 'new') return { wanted: 'create', createNew: true };
  if (answer !== 'forget') return undefined;
  await forgetInTheWay([{ file: path, id }], target, parts);
  // Of what is left to do nothing is begun: the file may hold the same id, and the person may want no other job.
  return undefined;
}
