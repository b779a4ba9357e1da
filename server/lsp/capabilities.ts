import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';

/** What the server offers; diagnostics to be asked for only where the editor can ask. */
export function capabilities(pulls: boolean): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: ['"', ':', '+'] },
    hoverProvider: true,
    documentSymbolProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    ...(pulls && {
      diagnosticProvider: { identifier: 'pmjob', interFileDependencies: true, workspaceDiagnostics: false },
    }),
  };
}
