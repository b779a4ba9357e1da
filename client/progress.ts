import * as vscode from 'vscode';

/**
 * Runs something long with a notification whose Cancel aborts the signal. `report` replaces the line below the title.
 */
export async function withProgress<Result>(
  title: string,
  work: (signal: AbortSignal, report: (line: string) => void) => Promise<Result>,
): Promise<Result> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const abort = new AbortController();
      const listener = token.onCancellationRequested(() => abort.abort());
      try {
        return await work(abort.signal, (line) => progress.report({ message: line }));
      } finally {
        listener.dispose();
      }
    },
  );
}
