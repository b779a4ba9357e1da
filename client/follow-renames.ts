import { relative } from 'node:path';
import * as vscode from 'vscode';
import type { Clock } from '../api/clock.ts';
import { ownerLife } from '../api/disk/owner.ts';
import { describeFailure } from '../api/failure-text.ts';
import { moveLinks } from '../api/link/move-links.ts';
import { StateError } from '../api/state-error.ts';
import type { Dialogs } from './dialogs.ts';
import { stateOf } from './push/job-file.ts';

/** What following needs of the editor. */
export interface FollowParts {
  dialogs: Dialogs;
  log: vscode.LogOutputChannel;
  clock: Clock;
  recorded(): void;
}

/**
 * Lets a file's link to its job follow when the file, or a folder above it, is renamed or moved in the editor. A file that is
 * deleted leaves its link: it may come back, and a new name outside the editor is asked about at the next push.
 */
export function followRenames(parts: FollowParts): vscode.Disposable {
  let last = Promise.resolve();
  return vscode.workspace.onDidRenameFiles(({ files }) => {
    // One after the other: a name that one file left may be the one that the next file took.
    for (const { oldUri, newUri } of files) last = last.then(() => follow(oldUri, newUri, parts));
  });
}

async function follow(oldUri: vscode.Uri, newUri: vscode.Uri, parts: FollowParts): Promise<void> {
  if (oldUri.scheme !== 'file' || newUri.scheme !== 'file' || !vscode.workspace.isTrusted) return;
  try {
    const from = await stateOf(oldUri);
    const moved = await moveLinks(from, (file) => stateOf(nowAt(newUri, from.path, file)), { ...parts, ownerLife });
    if (moved === 0) return;
    parts.log.info(`${moved} linked below ${from.path}: now at ${relative(from.root, newUri.fsPath)}`);
    parts.recorded();
  } catch (error) {
    tell(oldUri, error, parts);
  }
}

/** A renamed folder's files keep their places in it. */
function nowAt(newUri: vscode.Uri, from: string, file: string): vscode.Uri {
  return file === from ? newUri : vscode.Uri.joinPath(newUri, file.slice(from.length + 1));
}

/** Waits for nobody: the next name is followed while this is still read. */
function tell(oldUri: vscode.Uri, error: unknown, { dialogs, log }: FollowParts): void {
  const known = error instanceof StateError;
  const cause = known ? describeFailure(error.failure) : String(error);
  log.error(`${oldUri.fsPath}: its link did not follow. ${cause}`);
  void dialogs.ask({
    severity: 'warning',
    message: vscode.l10n.t(
      'What is known of {0} could not follow its new name. {1} The next push asks which job the file is.',
      oldUri.path.split('/').at(-1) ?? '',
      cause,
    ),
    modal: false,
    buttons: [],
  });
}
