import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import { ApiError } from '../../api/failure.ts';
import { describeFailure } from '../../api/failure-text.ts';
import { type Pulled, pullJob as pull } from '../../api/pull.ts';
import { suggestedFileName } from '../../api/pull-all/file-name.ts';
import { connectionToUse } from '../connections/ask-connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Dialogs } from '../dialogs.ts';
import { withProgress } from '../progress.ts';
import { type ChosenJob, chooseJob } from '../push/choose-job.ts';
import { stateOf, stopWhenNotTrusted } from '../push/job-file.ts';
import { Stopped } from '../stopped.ts';

export interface PullParts {
  dialogs: Dialogs;
  log: vscode.LogOutputChannel;
  connections: Connections;
  clock: Clock;
  recorded(): void;
}

/** Brings a job of the platform into a file, as a body that can be sent again, and opens it. */
export async function pullJob(resource: vscode.Uri | undefined, parts: PullParts): Promise<void> {
  stopWhenNotTrusted();
  const folder = folderFor(resource);
  const name = await connectionToUse(resource, parts.connections, parts.dialogs);
  const session = await parts.connections.open(name);
  const job = await chooseJob(vscode.l10n.t('Which job of “{0}”?', name), session, parts.dialogs);
  if (job === undefined) return;
  const file = await chooseFile(job, folder, parts.dialogs);
  if (file === undefined) return;
  const { path, state } = await stateOf(file);
  const currentText = await textOf(file);
  const pulled = await withProgress(vscode.l10n.t('Pulling {0} from “{1}”', job.name ?? job.id, name), (signal) =>
    pull(job.id, { session, state, clock: parts.clock }, currentText === undefined ? {} : { currentText }, signal),
  );
  if (pulled.kind === 'failed') throw errorOf(pulled);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(pulled.text));
  await pulled.record(path);
  parts.recorded();
  await vscode.window.showTextDocument(file);
  await tell(pulled, path, parts);
}

function folderFor(resource: vscode.Uri | undefined): string {
  const near = resource ?? vscode.window.activeTextEditor?.document.uri;
  const folder = (near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Stopped(vscode.l10n.t('Open a folder first: the job becomes a file in it.'));
  return folder.uri.fsPath;
}

async function chooseFile(job: ChosenJob, folder: string, dialogs: Dialogs): Promise<vscode.Uri | undefined> {
  const suggestion = join(folder, suggestedFileName(job.name ?? job.id));
  const chosen = await dialogs.chooseFile(vscode.l10n.t('Which file shall hold the job?'), suggestion);
  if (chosen === undefined) return undefined;
  const file = vscode.Uri.file(chosen.endsWith('.pmjob.json') ? chosen : `${chosen.replace(/\.json$/, '')}.pmjob.json`);
  const unsaved = vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === file.toString(),
  );
  if (unsaved) throw new Stopped(vscode.l10n.t('{0} has unsaved changes. Save or undo them first.', file.fsPath));
  if (file.fsPath !== chosen && (await textOf(file)) !== undefined)
    throw new Stopped(vscode.l10n.t('{0} exists. Choose it by its whole name to replace it.', file.fsPath));
  return file;
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

function errorOf(pulled: Pulled & { kind: 'failed' }): Error {
  const { failure } = pulled;
  if ('host' in failure) return new ApiError(failure);
  return new Stopped(describeFailure(failure));
}

async function tell(pulled: Pulled & { kind: 'pulled' }, path: string, parts: PullParts): Promise<void> {
  for (const note of pulled.notes) parts.log.info(`${path}: ${note.message}`);
  const answer = await parts.dialogs.ask({
    severity: 'information',
    message: [
      vscode.l10n.t('{0} holds the job “{1}” now.', path, pulled.name),
      ...pulled.notes.map((n) => n.message),
    ].join(' '),
    modal: false,
    buttons: [{ answer: 'log', label: vscode.l10n.t('Show Log') }],
  });
  if (answer === 'log') parts.log.show();
}
