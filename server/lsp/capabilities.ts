import type { ServerCapabilities } from 'vscode-languageserver';
import { FIX_ALL } from '../features/code-actions.ts';
import { CodeActionKind, TextDocumentSyncKind } from './library.ts';

/** What the server offers; diagnostics to be asked for only where the editor can ask. */
export function capabilities(pulls: boolean): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: ['"', ':', '+'] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    hoverProvider: true,
    documentSymbolProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
    ...(pulls && {
      diagnosticProvider: { identifier: 'pmjob', interFileDependencies: true, workspaceDiagnostics: false },
    }),
  };
}
