import * as vscode from 'vscode';
import { InlayHintRequest, type InlayHintsMiddleware, type LanguageClient } from 'vscode-languageclient/node';

/** The server is asked for hints only where the setting wants them. */
export const inlayHintsWhereWanted: InlayHintsMiddleware = {
  provideInlayHints: (document, range, token, next) => (areWanted(document) ? next(document, range, token) : []),
};

/** Has the editor ask for hints again whenever the setting changes; `client` is the one of that moment. */
export function followInlayHintsSetting(client: () => LanguageClient): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration('pmjob.inlayHints.enabled')) return;
    const hints = client().getFeature(InlayHintRequest.method);
    for (const document of vscode.workspace.textDocuments) hints.getProvider(document)?.onDidChangeInlayHints.fire();
  });
}

function areWanted(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('pmjob', document).get<boolean>('inlayHints.enabled', true);
}
