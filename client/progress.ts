import * as vscode from 'vscode';
import { plainText } from './plain-text.ts';

/** Milliseconds. What is over sooner is not announced: a notification that flashes by tells nobody anything. */
const UNANNOUNCED = 400;

/**
 * Runs something that can be long: after a moment with a notification whose Cancel aborts the signal. `report` replaces
 * the line below the title.
 */
export async function withProgress<Result>(
  title: string,
  work: (signal: AbortSignal, report: (line: string) => void) => Promise<Result>,
): Promise<Result> {
  const abort = new AbortController();
  let line: string | undefined;
  let show: ((line: string) => void) | undefined;
  const running = work(abort.signal, (reported) => {
    line = reported;
    show?.(reported);
  });
  if (await isOverSoon(running)) return running;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: plainText(title), cancellable: true },
    async (progress, token) => {
      show = (message) => progress.report({ message: plainText(message) });
      if (line !== undefined) show(line);
      const listener = token.onCancellationRequested(() => abort.abort());
      try {
        return await running;
      } finally {
        listener.dispose();
      }
    },
  );
}

async function isOverSoon(running: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, UNANNOUNCED, false);
  });
  const over = running.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([over, later]);
  } finally {
    clearTimeout(timer);
  }
}
