import type { ServerCapabilities } from 'vscode-languageserver';
import { FIX_ALL } from '../features/code-actions.ts';
import type { ClientOptions } from './client-options.ts';
import { CodeActionKind, TextDocumentSyncKind } from './library.ts';

/** What the server offers: diagnostics to be asked for, and actions, only to an editor that can take them. */
export function capabilities({ pulls, takesActions }: ClientOptions): ServerCapabilities {
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
    ...(takesActions && {
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
    }),
    ...(pulls && {
      diagnosticProvider: { identifier: 'pmjob', interFileDependencies: true, workspaceDiagnostics: false },
    }),
  };
}
