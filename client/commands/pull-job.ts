import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import { namesBelow } from '../../api/disk/true-path.ts';
import { isOn, readLinks } from '../../api/link/links.ts';
import { arrangeLike } from '../../api/plan/arrange-like.ts';
import { type Pulled, pullJob as pull } from '../../api/pull.ts';
import { suggestedFileName } from '../../api/pull-all/file-name.ts';
import type { Session } from '../../api/session.ts';
import { connectionToUse } from '../connections/ask-connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Dialogs } from '../dialogs.ts';
import { withProgress } from '../progress.ts';
import { pullFailure } from '../pull/pull-failure.ts';
import type { PullReview } from '../pull/pull-review.ts';
import { type ChosenJob, chooseJob } from '../push/choose-job.ts';
import { stateOf, stopWhenNotTrusted } from '../push/job-file.ts';
import { replaceText } from '../replace-text.ts';
import { Stopped } from '../stopped.ts';
import { workspaceFolder, workspacePaths } from '../workspace-folder.ts';

export interface PullParts {
  dialogs: Dialogs;
  log: vscode.LogOutputChannel;
  connections: Connections;
  pullReview: PullReview;
  clock: Clock;
  recorded(): void;
}

/**
 * Brings a job of the platform into a file, as a body that can be sent again, and opens it. A file that is there is compared
 * first; what it holds, saved or not, is replaced by one step that can be undone.
 */
export async function pullJob(resource: vscode.Uri | undefined, parts: PullParts): Promise<void> {
  stopWhenNotTrusted();
  const folder = workspaceFolder(resource);
  const name = await connectionToUse(resource, parts.connections, parts.dialogs);
  const session = await parts.connections.open(name);
  const job = await chooseJob(vscode.l10n.t('Which job of “{0}”?', name), session, parts.dialogs);
  if (job === undefined) return;
  const file = await chooseFile(await suggestedPath(job, folder, session), parts.dialogs);
  if (file === undefined) return;
  const { path, state } = await stateOf(file);
  const present = await openIfThere(file);
  const currentText = present?.getText();
  const pulled = await withProgress(vscode.l10n.t('Pulling {0} from “{1}”', job.name ?? job.id, name), (signal) =>
    pull(
      job.id,
      { session, state, clock: parts.clock },
      currentText === undefined ? { path } : { path, currentText },
      signal,
    ),
  );
  if (pulled.kind === 'failed') throw pullFailure(pulled);
  if (present === undefined) await writeNew(file, pulled.text);
  else if (!(await isReplaced(present, pulled, name, parts.pullReview))) return;
  await pulled.record(path);
  parts.recorded();
  await vscode.window.showTextDocument(file);
  await tell(pulled, path, parts);
}

/** What came to be at that place while the platform answered was not agreed to be replaced. */
async function writeNew(file: vscode.Uri, text: string): Promise<void> {
  if ((await openIfThere(file)) !== undefined)
    throw new Stopped(vscode.l10n.t('{0} was made meanwhile, so it was left as it is. Pull again.', file.fsPath));
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

/** False when the person leaves the file as it is. */
async function isReplaced(
  document: vscode.TextDocument,
  pulled: Pulled & { kind: 'pulled' },
  connection: string,
  review: PullReview,
): Promise<boolean> {
  const present = document.getText();
  const text = arrangeLike(pulled.text, present);
  if (text === present && !document.isDirty) return true;
  if (!(await review.agreed(document, text, { job: pulled.name, connection }))) return false;
  if (document.getText() !== present)
    throw new Stopped(
      vscode.l10n.t('{0} was edited meanwhile, so it was left as it is. Pull again.', document.fileName),
    );
  await replaceText(document, text);
  return true;
}

/** The file that is this job already, else one by the job's name. */
async function suggestedPath(job: ChosenJob, folder: string, session: Session): Promise<string> {
  const byName = join(folder, suggestedFileName(job.name ?? job.id));
  const { root, state } = await stateOf(vscode.Uri.file(byName));
  const [target, links] = [await session.target(new AbortController().signal), await readLinks(state)];
  const own = links.find((link) => isOn(link, target) && link.id.toLowerCase() === job.id.toLowerCase());
  return own === undefined ? byName : (await namesBelow(workspacePaths()))(join(root, own.file));
}

async function chooseFile(suggestion: string, dialogs: Dialogs): Promise<vscode.Uri | undefined> {
  const chosen = await dialogs.chooseFile(vscode.l10n.t('Which file shall hold the job?'), suggestion);
  if (chosen === undefined) return undefined;
  return vscode.Uri.file(chosen.endsWith('.pmjob.json') ? chosen : `${chosen.replace(/\.json$/, '')}.pmjob.json`);
}

async function openIfThere(file: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(file);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
  return vscode.workspace.openTextDocument(file);
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
