import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Facts } from '../facts.ts';
import { codeActions, resolveCodeAction } from '../features/code-actions.ts';
import { completion } from '../features/completion.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding.ts';
import { formatting } from '../features/formatting.ts';
import { hover } from '../features/hover.ts';
import { selectionRanges } from '../features/selection-ranges.ts';
import { withoutSnippet } from '../features/without-snippet.ts';
import { judgeBody, judgeText } from '../judge.ts';
import { capabilities } from './capabilities.ts';
import { BEFORE_INITIALIZE, clientOptions } from './client-options.ts';
import { guard } from './guard.ts';
import { openFiles } from './open-files.ts';
import { judgeBodyRequest, judgeFileRequest } from './protocol.ts';
import { publisher } from './publish.ts';
import { pullDiagnostics } from './pull.ts';

/** What the place where the server runs gives it. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
}

/** Serves the language of job files over a connection, until that ends. */
export function serveLanguage(connection: Connection, environment: Environment): void {
  let client = BEFORE_INITIALIZE;
  const facts = (): Facts => ({ now: environment.now() });
  const log = (line: string): void => connection.console.error(line);
  const guarded = guard(log);

  const files = openFiles(facts, {
    changed: (uri) => {
      if (!client.pulls) push.changed(uri);
    },
    closed: (uri) => {
      if (!client.pulls) push.closed(uri);
    },
  });
  const diagnosticsOf = (uri: string): Diagnostic[] =>
    diagnostics(uri, files.get(uri)?.findings() ?? [], client.rulesPage);
  const push = publisher(files, diagnosticsOf, (params) => void connection.sendDiagnostics(params), log);

  connection.onInitialize((params) => {
    client = clientOptions(params);
    return { capabilities: capabilities(client.pulls), serverInfo: { name: 'pmjob' } };
  });

  connection.languages.diagnostics.on(pullDiagnostics(files, diagnosticsOf, log));
  connection.onCompletion(
    guarded('completion', [], ({ textDocument, position }) => {
      const file = files.get(textDocument.uri);
      if (file === undefined) return [];
      const items = completion(file.document, position, facts());
      return client.snippets ? items : items.map((item) => withoutSnippet(file.document, item));
    }),
  );
  connection.onHover(
    guarded('hover', null, ({ textDocument, position }) => {
      const file = files.get(textDocument.uri);
      return (file && hover(file.document, position)) ?? null;
    }),
  );
  connection.onDocumentSymbol(
    guarded('symbols', [], ({ textDocument }) => {
      const file = files.get(textDocument.uri);
      return file === undefined ? [] : documentSymbols(file.document);
    }),
  );
  connection.onFoldingRanges(
    guarded('folding', [], ({ textDocument }) => {
      const file = files.get(textDocument.uri);
      return file === undefined ? [] : foldingRanges(file.document);
    }),
  );
  connection.onSelectionRanges(
    guarded('selection', [], ({ textDocument, positions }) => {
      const file = files.get(textDocument.uri);
      return file === undefined ? [] : selectionRanges(file.document, positions);
    }),
  );
  connection.onDocumentFormatting(
    guarded('formatting', [], ({ textDocument, options }) => {
      const file = files.get(textDocument.uri);
      return file === undefined ? [] : formatting(file.document, options);
    }),
  );
  connection.onDocumentRangeFormatting(
    guarded('formatting', [], ({ textDocument, options, range }) => {
      const file = files.get(textDocument.uri);
      return file === undefined ? [] : formatting(file.document, options, range);
    }),
  );
  connection.onCodeAction(
    guarded('code actions', [], ({ textDocument, range, context: { only } }) => {
      const file = files.get(textDocument.uri);
      if (file === undefined) return [];
      return codeActions(file.document, file.findings(), { range, only }, facts(), client.actions, client.rulesPage);
    }),
  );
  connection.onCodeActionResolve(
    guarded('code action', { title: '' }, (action) =>
      resolveCodeAction(action, (uri) => files.get(uri)?.document, facts(), client.actions),
    ),
  );
  connection.onRequest(judgeFileRequest, ({ path, text }) =>
    judgeText(text, { path, facts: facts() }).map(({ related, ...finding }) => finding),
  );
  connection.onRequest(judgeBodyRequest, ({ body }) => judgeBody(body, { facts: facts() }));

  files.listen(connection);
  connection.listen();
}
