import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Facts } from '../facts.ts';
import { codeActions } from '../features/code-actions.ts';
import { completion } from '../features/completion.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding.ts';
import { formatting } from '../features/formatting.ts';
import { hover } from '../features/hover.ts';
import { selectionRanges } from '../features/selection-ranges.ts';
import { settingsActions } from '../features/settings-actions.ts';
import { withoutSnippet } from '../features/without-snippet.ts';
import { judgeBody, judgeText } from '../judge.ts';
import { capabilities } from './capabilities.ts';
import { BEFORE_INITIALIZE, clientOptions } from './client-options.ts';
import type { Disk } from './disk.ts';
import { guard } from './guard.ts';
import { type OpenFiles, openFiles } from './open-files.ts';
import { judgeBodyRequest, judgeFileRequest } from './protocol.ts';
import { publisher } from './publish.ts';
import { pullDiagnostics } from './pull.ts';
import { serveSettings } from './serve-settings.ts';

/** What the place where the server runs gives it. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  disk: Disk;
  /** The address of the page that explains the codes, for an editor that names no other. */
  rulesPage: string;
}

/** Serves the language of job files over a connection, until that ends. */
export function serveLanguage(connection: Connection, environment: Environment): void {
  let client = BEFORE_INITIALIZE;
  const facts = (): Facts => ({ now: environment.now() });
  const log = (line: string): void => connection.console.error(line);
  const guarded = guard(log);
  const rulesPage = (): string => client.rulesPage ?? environment.rulesPage;

  const files: OpenFiles = openFiles(facts, (uri) => settings.of(uri), {
    changed: (uri) => {
      if (!client.pulls) push.changed(uri);
    },
    closed: (uri) => {
      if (!client.pulls) push.closed(uri);
    },
    settingsChanged: (uri) => settings.changed(uri),
  });
  const settings = serveSettings(connection, environment, files, () => client, {
    changed: () => {
      if (!client.pulls) files.jobs().forEach(push.changed);
      else if (client.pullsAgain) connection.languages.diagnostics.refresh();
    },
  });
  const diagnosticsOf = (uri: string): Diagnostic[] => diagnostics(uri, files.get(uri)?.findings() ?? [], rulesPage());
  const push = publisher(files, diagnosticsOf, (params) => void connection.sendDiagnostics(params), log);

  connection.onInitialize((params) => {
    client = clientOptions(params);
    return { capabilities: capabilities(client.pulls), serverInfo: { name: 'pmjob' } };
  });
  connection.onInitialized(() => settings.begin());

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
    guarded('code actions', [], ({ textDocument: { uri }, range, context }) => {
      const findings = files.get(uri)?.findings() ?? [];
      const place = settings.toWrite(uri);
      const editor = { rulesPage: rulesPage(), createsFiles: client.createsFiles };
      return [
        ...codeActions(uri, range, findings, context.only, rulesPage()),
        ...(place === undefined ? [] : settingsActions(uri, range, findings, context.only, place, editor)),
      ];
    }),
  );
  connection.onRequest(judgeFileRequest, ({ path, text, uri }) =>
    judgeText(text, { path, facts: facts(), settings: settings.ofPush(uri) }).map(({ related, ...finding }) => finding),
  );
  connection.onRequest(judgeBodyRequest, ({ body, uri }) =>
    judgeBody(body, { facts: facts(), settings: settings.ofPush(uri) }),
  );

  files.listen(connection);
  connection.listen();
}
