import { posix } from 'node:path';
import * as vscode from 'vscode';
import { arrangeLike } from '../../api/plan/arrange-like.ts';
import type { JobId } from '../../api/platform.ts';
import { pullJob as pull } from '../../api/pull.ts';
import { jobOfFile } from '../../api/push/job-of-file.ts';
import type { Session } from '../../api/session.ts';
import { connectionToUse } from '../connections/ask-connection.ts';
import { withProgress } from '../progress.ts';
import { pullFailure } from '../pull/pull-failure.ts';
import { chooseJob } from '../push/choose-job.ts';
import { type OpenJobFile, openJobFile, stopWhenNotTrusted } from '../push/job-file.ts';
import type { ReadOnlyTexts } from '../review/read-only-texts.ts';
import type { PullParts } from './pull-job.ts';

/**
 * Shows the server's job beside the file, written as the file is, so that what stands out is what differs. Nothing is sent and
 * nothing is recorded; differences can be taken over one by one, and undone.
 */
export async function compareWithServer(
  resource: vscode.Uri | undefined,
  parts: PullParts & { serverTexts: ReadOnlyTexts },
): Promise<void> {
  stopWhenNotTrusted();
  const file = await openJobFile(resource);
  const { document, path, state } = file;
  const name = await connectionToUse(document.uri, parts.connections, parts.dialogs);
  const session = await parts.connections.open(name);
  const id = await jobToCompare(file, session, parts);
  if (id === undefined) return;
  const pulled = await withProgress(vscode.l10n.t('Reading {0} from “{1}”', id, name), (signal) =>
    pull(id, { session, state, clock: parts.clock }, { path, currentText: document.getText() }, signal),
  );
  if (pulled.kind === 'failed') throw pullFailure(pulled);
  for (const note of pulled.notes) parts.log.info(`${path}: ${note.message}`);
  const fileName = posix.basename(path);
  const server = parts.serverTexts.add(`${fileName}.server.json`, arrangeLike(pulled.text, document.getText()));
  const title = vscode.l10n.t('{0}: on {1} ↔ file', fileName, name);
  await vscode.commands.executeCommand('vscode.diff', server, document.uri, title);
}

async function jobToCompare(
  { document, path, state }: OpenJobFile,
  session: Session,
  { dialogs }: PullParts,
): Promise<JobId | undefined> {
  const { name } = session.connection;
  const own = await withProgress(vscode.l10n.t('Looking for the job of {0} on “{1}”', path, name), (signal) =>
    jobOfFile({ path, text: document.getText() }, { session, state }, signal),
  );
  if (own !== undefined) return own;
  const chosen = await chooseJob(
    vscode.l10n.t('Which job of “{0}” is compared with {1}?', name, path),
    session,
    dialogs,
  );
  return chosen?.id;
}
