import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import { forgetLink as forget } from '../../api/forget.ts';
import { readLinks } from '../../api/link/links.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import type { Link } from '../../schemas/links.ts';
import type { Dialogs } from '../dialogs.ts';
import { stateOf } from '../push/job-file.ts';
import { Stopped } from '../stopped.ts';

export interface ForgetParts {
  dialogs: Dialogs;
  clock: Clock;
  recorded(): void;
}

/** Takes the link between a file and its job away, after asking. Platform, job and file stay as they are. */
export async function forgetLink(resource: vscode.Uri | undefined, parts: ForgetParts): Promise<void> {
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) throw new Stopped(vscode.l10n.t('Open a job file (*.pmjob.json) first.'));
  const { path, state } = await stateOf(uri);
  const link = await whichLink(
    path,
    (await readLinks(state)).filter(({ file }) => file === path),
    parts.dialogs,
  );
  if (link === undefined) return;
  const host = new URL(link.origin).host;
  const answer = await parts.dialogs.ask({
    severity: 'warning',
    modal: true,
    message: vscode.l10n.t('Forget that {0} is the job “{1}” on {2}?', path, oneLine(link.name), host),
    detail: [
      vscode.l10n.t('Job: {0}', link.id),
      vscode.l10n.t('Subscription: {0}', link.customerId),
      vscode.l10n.t('The job stays on the platform, and the file stays as it is.'),
      vscode.l10n.t('The next push of the file there makes a new job, unless the file holds an id.'),
    ].join('\n'),
    buttons: [{ answer: 'forget', label: vscode.l10n.t('Forget Link') }],
  });
  if (answer !== 'forget') return;
  await forget(state, parts.clock, link);
  parts.recorded();
  await parts.dialogs.ask({
    severity: 'information',
    message: vscode.l10n.t('{0} is linked to no job on {1} any more.', path, host),
    modal: false,
    buttons: [],
  });
}

async function whichLink(path: string, links: Link[], dialogs: Dialogs): Promise<Link | undefined> {
  const [only, ...others] = links;
  if (only === undefined) throw new Stopped(vscode.l10n.t('{0} is linked to no job.', path));
  if (others.length === 0) return only;
  return dialogs.choose(
    vscode.l10n.t('Which link of {0} is to be forgotten?', path),
    links.map((link) => ({
      label: new URL(link.origin).host,
      description: oneLine(link.name),
      detail: vscode.l10n.t('Job {0} of subscription {1}', link.id, link.customerId),
      value: link,
    })),
  );
}
