import * as vscode from 'vscode';
import { curlOf } from '../../api/curl.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import type { Plan } from '../../api/plan/plan.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { type Prepared, preparePush } from '../../api/push/prepare.ts';
import type { Session } from '../../api/session.ts';
import { connectionToUse } from '../connections/ask-connection.ts';
import { withProgress } from '../progress.ts';
import { atPresent, type OpenJobFile, openJobFile, stopWhenNotTrusted } from '../push/job-file.ts';
import { pushDependencies } from '../push/push-dependencies.ts';
import type { PushParts } from '../push/push-job.ts';

type CurlParts = Pick<PushParts, 'dialogs' | 'connections' | 'judge' | 'clock'>;

/** Copies what a push of the file would send now, as a shell command without the token. Sends nothing. */
export async function copyAsCurl(resource: vscode.Uri | undefined, parts: CurlParts): Promise<void> {
  stopWhenNotTrusted();
  const file = await openJobFile(resource);
  const name = await connectionToUse(file.document.uri, parts.connections, parts.dialogs);
  const session = await parts.connections.open(name);
  let prepared = await prepare(file, false, session, parts);
  if (prepared.kind === 'stopped' && (await goesOn(prepared.outcome, parts)))
    prepared = await prepare(await atPresent(file), true, session, parts);
  if (prepared.kind === 'stopped') return;
  await vscode.env.clipboard.writeText(curlOf(prepared.plan, session.connection));
  await parts.dialogs.ask({ severity: 'information', message: told(prepared.plan), modal: false, buttons: [] });
}

function prepare(file: OpenJobFile, allowErrors: boolean, session: Session, parts: CurlParts): Promise<Prepared> {
  const { document, path } = file;
  const request = {
    file: { path, text: document.getText() },
    wanted: 'deploy',
    createNew: false,
    allowErrors,
    lookOnly: true,
  } as const;
  const title = vscode.l10n.t('Planning {0} on “{1}”', path, session.connection.name);
  return withProgress(title, (signal, report) =>
    preparePush(request, pushDependencies(file, session, parts, report), signal),
  );
}

/** Says why there is nothing to copy. A file with errors can be copied knowingly. */
async function goesOn(outcome: Outcome, { dialogs }: CurlParts): Promise<boolean> {
  if (outcome.kind === 'cancelled') return false;
  const isSendable = outcome.kind === 'invalid' && outcome.sendable;
  const answer = await dialogs.ask({
    severity: outcome.kind === 'unchanged' ? 'information' : 'warning',
    message: describeOutcome(outcome),
    modal: false,
    buttons: isSendable ? [{ answer: 'copy', label: vscode.l10n.t('Copy Anyway') }] : [],
  });
  return answer === 'copy';
}

function told({ action, jobName, target }: Plan): string {
  const name = oneLine(jobName);
  return action === 'create'
    ? vscode.l10n.t(
        'Copied: a command that creates the job “{0}” on {1}, each time it is run. It takes the token from $PMJOB_TOKEN.',
        name,
        target.connection,
      )
    : vscode.l10n.t(
        'Copied: a command that updates the job “{0}” on {1} as it is now. It takes the token from $PMJOB_TOKEN.',
        name,
        target.connection,
      );
}
