import * as vscode from 'vscode';
import { ApiError } from '../../api/failure.ts';
import { describeFailure } from '../../api/failure-text.ts';
import { StateError } from '../../api/state-error.ts';
import type { Dialogs } from '../dialogs.ts';
import { Stopped } from '../stopped.ts';

/**
 * What a command does. The resource is the file or folder whose menu was used, undefined from the palette; `selected` is
 * all that was selected there.
 */
export type CommandBody = (resource: vscode.Uri | undefined, selected: readonly vscode.Uri[]) => Promise<void>;

/** Registers every command behind one guard: what goes wrong is logged and told, what was cancelled is not told. */
export function registerCommands(
  commands: Record<string, CommandBody>,
  dialogs: Dialogs,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const registrations = Object.entries(commands).map(([id, body]) =>
    vscode.commands.registerCommand(id, async (resource: unknown, selected: unknown) => {
      log.debug(`${id} begins.`);
      try {
        await body(resource instanceof vscode.Uri ? resource : undefined, urisIn(selected));
      } catch (error) {
        await tell(id, error, dialogs, log);
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}

/** Other menus hand over other things in that place. */
function urisIn(selected: unknown): vscode.Uri[] {
  return Array.isArray(selected) ? selected.filter((one) => one instanceof vscode.Uri) : [];
}

async function tell(id: string, error: unknown, dialogs: Dialogs, log: vscode.LogOutputChannel): Promise<void> {
  if (isCancellation(error)) {
    log.info(`${id} was cancelled.`);
    return;
  }
  const message = sentence(error);
  log.error(`${id}: ${message}`);
  if (isUnexpected(error)) log.error(`${id}: ${error}`);
  if (error instanceof Error) log.debug(error.stack ?? error.message);
  const answer = await dialogs.ask({
    severity: error instanceof Stopped ? 'warning' : 'error',
    message,
    modal: false,
    buttons: [
      ...(isSignInWanted(error) ? [{ answer: 'sign-in' as const, label: vscode.l10n.t('Sign In') }] : []),
      { answer: 'log' as const, label: vscode.l10n.t('Show Log') },
    ],
  });
  if (answer === 'log') log.show();
  if (answer === 'sign-in') await vscode.commands.executeCommand('pmjob.signIn');
}

function isCancellation(error: unknown): boolean {
  return error instanceof vscode.CancellationError || (error instanceof ApiError && error.failure.kind === 'cancelled');
}

function isSignInWanted(error: unknown): boolean {
  return error instanceof ApiError && ['unauthorised', 'token-expired'].includes(error.failure.kind);
}

function isUnexpected(error: unknown): boolean {
  return !(error instanceof Stopped || error instanceof ApiError || error instanceof StateError);
}

function sentence(error: unknown): string {
  if (error instanceof Stopped) return error.message;
  if (error instanceof ApiError || error instanceof StateError) return describeFailure(error.failure);
  return vscode.l10n.t('PM Job met an error that it did not expect, and stopped. The log says more.');
}
