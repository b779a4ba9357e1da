import * as vscode from 'vscode';
import { type FileEntry, textToPush } from '../../api/earlier-version.ts';
import { isOn, linkOf, readLinks } from '../../api/link/links.ts';
import type { Version } from '../../api/link/versions.ts';
import { confirmPlan } from '../../api/plan/confirm.ts';
import { renderPlan } from '../../api/plan/render-text.ts';
import type { JobId } from '../../api/platform.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { preparePush } from '../../api/push/prepare.ts';
import { push } from '../../api/push/push.ts';
import type { Session } from '../../api/session.ts';
import { askConfirmation } from '../confirm-dialog.ts';
import { connectionToUse } from '../connections/ask-connection.ts';
import { withProgress } from '../progress.ts';
import type { OpenJobFile } from '../push/job-file.ts';
import { pushDependencies } from '../push/push-dependencies.ts';
import type { PushParts } from '../push/push-job.ts';
import { Stopped } from '../stopped.ts';

/**
 * Pushes a file as it was at an earlier push: planned against what the platform has now, asked, sent once. The file itself
 * stays as it is. Undefined when the person backs out.
 */
export async function pushVersion(
  entry: FileEntry & { id: JobId },
  version: Version,
  file: OpenJobFile,
  parts: PushParts,
): Promise<Outcome | undefined> {
  const name = await connectionToUse(file.document.uri, parts.connections, parts.dialogs);
  const session = await parts.connections.open(name);
  const text = await textFor(entry, version, file, session);
  const dependencies = (report: (line: string) => void) => pushDependencies(file, session, parts, report);
  const request = {
    file: { path: file.path, text },
    wanted: 'update',
    createNew: false,
    allowErrors: false,
    link: entry.id,
  } as const;
  const prepared = await withProgress(vscode.l10n.t('Planning {0} on “{1}”', file.path, name), (signal, report) =>
    preparePush(request, dependencies(report), signal),
  );
  if (prepared.kind === 'stopped') return prepared.outcome;
  const { plan } = prepared;
  await parts.connections.rememberCustomer(session, plan.target);
  parts.log.info(['Planned:', ...renderPlan(plan)].join('\n'));
  const confirmation = await askConfirmation(plan, { unsaved: false }, parts.dialogs, parts.review);
  if (confirmation === undefined) return undefined;
  const confirmed = confirmPlan(plan, confirmation);
  if (confirmed.kind === 'name-not-typed') return undefined;
  return withProgress(vscode.l10n.t('Sending {0} to “{1}”', file.path, name), (signal, report) =>
    push(confirmed, dependencies(report), signal),
  );
}

/** Stops before a version goes to another job, or another platform, than it was pushed to. */
async function textFor(
  entry: FileEntry & { id: JobId },
  version: Version,
  { path, state }: OpenJobFile,
  session: Session,
): Promise<string> {
  const target = await withProgress(vscode.l10n.t('Asking “{0}”', session.connection.name), (signal) =>
    session.target(signal),
  );
  if (!isOn({ origin: entry.origin, customerId: entry.customerId ?? '' }, target))
    throw new Stopped(
      vscode.l10n.t(
        'That version was pushed to {0}, or to another subscription there. Choose that connection first.',
        new URL(entry.origin).host,
      ),
    );
  const link = linkOf(await readLinks(state), path, target);
  if (link !== undefined && link.id.toLowerCase() !== entry.id.toLowerCase())
    throw new Stopped(vscode.l10n.t('That version is of job {0}; {1} is job {2} now.', entry.id, path, link.id));
  return textToPush(version, link);
}
