import type { LogOutputChannel } from 'vscode';

/** Brings the log of the extension and its language server to the front. */
export async function showLog(log: LogOutputChannel): Promise<void> {
  log.show();
}
