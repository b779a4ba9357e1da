import type { CompletionItem, CompletionList, Connection, Diagnostic } from 'vscode-languageserver';
import type { JobDocument } from '../document/document.ts';
import { codeActions, resolveCodeAction } from '../features/code-actions.ts';
import { completion } from '../features/completion.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentLinks } from '../features/document-links.ts';
import { documentSymbols, flatSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding.ts';
import { formatting } from '../features/formatting.ts';
import { hover } from '../features/hover.ts';
import { inlayHints } from '../features/inlay-hints.ts';
import { selectionRanges } from '../features/selection-ranges.ts';
import { settingsActions } from '../features/settings-actions.ts';
import { withoutMarkdown } from '../features/without-markdown.ts';
import { withoutSnippet } from '../features/without-snippet.ts';
import { judgeBody, judgeText } from '../judge.ts';
import { capabilities } from './capabilities.ts';
import { BEFORE_INITIALIZE, clientOptions, withFolders } from './client-options.ts';
import type { Disk } from './disk.ts';
import { freshOnly } from './fresh.ts';
import { guard } from './guard.ts';
import { type OpenFiles, openFiles } from './open-files.ts';
import { judgeBodyRequest, judgeFileRequest } from './protocol.ts';
import { publisher } from './publish.ts';
import { pullDiagnostics } from './pull.ts';
import { serveFacts } from './serve-facts.ts';
import { serveSettings } from './serve-settings.ts';
import { isSettingsFile, isStateFolder } from './settings-files.ts';

/** What the place where the server runs gives it. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** The IANA name of the time zone in which people read times. */
  zone(): string;
  disk: Disk;
  /** The address of the page that explains the codes, for an editor that names no other. */
  rulesPage: string;
}

const NOTHING_OFFERED: CompletionList = { isIncomplete: false, items: [] };

/** Serves the language of job files over a connection, until that ends. */
export function serveLanguage(connection: Connection, environment: Environment): void {
  let client = BEFORE_INITIALIZE;
  const log = (line: string): void => connection.console.error(line);
  const guarded = guard(log);
  const rulesPage = (): string => client.rulesPage ?? environment.rulesPage;

  const files: OpenFiles = openFiles(
    (uri) => facts.of(uri),
    (uri) => settings.of(uri),
    {
      changed: (uri) => {
        facts.changed(uri);
        if (!client.pulls) push.changed(uri);
      },
      closed: (uri) => {
        facts.closed(uri);
        if (!client.pulls) push.closed(uri);
      },
      settingsChanged: (uri) => settings.changed(uri),
    },
  );
  const facts = serveFacts(connection, environment, files, () => client, {
    stale: (uris) => {
      uris.forEach(files.judgeAnew);
      bringUpToDate(uris);
    },
  });
  const fresh = freshOnly(files);
  const settings = serveSettings(connection, environment, files, () => client, {
    changed: () => bringUpToDate(files.jobs()),
  });
  function bringUpToDate(uris: readonly string[]): void {
    if (!client.pulls) uris.forEach(push.changed);
    else if (client.pullsAgain)
      connection.languages.diagnostics.refresh().catch(() => log('The editor does not ask for diagnostics again.'));
  }
  const diagnosticsOf = (uri: string): Diagnostic[] => diagnostics(uri, files.get(uri)?.findings() ?? [], rulesPage());
  const push = publisher(files, diagnosticsOf, (params) => void connection.sendDiagnostics(params), log);

  connection.onInitialize((params) => {
    client = clientOptions(params);
    return { capabilities: capabilities(client), serverInfo: { name: 'pmjob' } };
  });
  connection.onInitialized(() => {
    settings.begin();
    facts.begin();
    if (client.tellsOfFolders)
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        client = withFolders(client, event);
        facts.foldersChanged();
      });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    if (uris.some((uri) => isSettingsFile(uri) || isStateFolder(uri))) settings.changedOnDisk();
    facts.changedOnDisk(uris);
  });

  /** An editor that cannot be told to ask again gets one answer, with everything in it. */
  const known = (uri: string) => (client.pullsAgain ? undefined : facts.whenKnown(() => files.get(uri)?.findings()));
  connection.languages.diagnostics.on(pullDiagnostics(files, diagnosticsOf, log, known));
  connection.onCompletion(
    guarded('completion', NOTHING_OFFERED, ({ textDocument, position }) => {
      const file = files.get(textDocument.uri);
      if (file === undefined) return NOTHING_OFFERED;
      const list = completion(file.document, position, facts.of(textDocument.uri));
      return { ...list, items: list.items.map((item) => forClient(item, file.document)) };
    }),
  );
  function forClient(item: CompletionItem, document: JobDocument): CompletionItem {
    const inserted = client.snippets ? item : withoutSnippet(document, item);
    const { documentation } = inserted;
    if (client.markdownOfCompletion || typeof documentation !== 'object') return inserted;
    return { ...inserted, documentation: withoutMarkdown(documentation) };
  }
  connection.onHover(
    guarded('hover', null, ({ textDocument, position }) => {
      const file = files.get(textDocument.uri);
      const said = file && hover(file.document, position, facts.of(textDocument.uri));
      if (said === undefined || client.markdownOnHover) return said ?? null;
      return { ...said, contents: withoutMarkdown(said.contents) };
    }),
  );
  connection.onDocumentSymbol(
    fresh(
      guarded('symbols', [], ({ textDocument }) => {
        const file = files.get(textDocument.uri);
        const symbols = file === undefined ? [] : documentSymbols(file.document, facts.of(textDocument.uri));
        return client.nestedSymbols ? symbols : flatSymbols(symbols, textDocument.uri);
      }),
    ),
  );
  connection.onDocumentLinks(
    fresh(
      guarded('links', [], ({ textDocument }) => {
        const file = files.get(textDocument.uri);
        return file === undefined ? [] : documentLinks(file.document);
      }),
    ),
  );
  connection.languages.inlayHint.on(
    fresh(
      guarded('inlay hints', [], ({ textDocument, range }) => {
        const file = files.get(textDocument.uri);
        return file === undefined ? [] : inlayHints(file.document, range, facts.of(textDocument.uri));
      }),
    ),
  );
  connection.onFoldingRanges(
    fresh(
      guarded('folding', [], ({ textDocument }) => {
        const file = files.get(textDocument.uri);
        return file === undefined ? [] : foldingRanges(file.document);
      }),
    ),
  );
  connection.onSelectionRanges(
    fresh(
      guarded('selection', [], ({ textDocument, positions }) => {
        const file = files.get(textDocument.uri);
        return file === undefined ? [] : selectionRanges(file.document, positions);
      }),
    ),
  );
  connection.onDocumentFormatting(
    fresh(
      guarded('formatting', [], ({ textDocument, options }) => {
        const file = files.get(textDocument.uri);
        return file === undefined ? [] : formatting(file.document, options);
      }),
    ),
  );
  connection.onDocumentRangeFormatting(
    fresh(
      guarded('formatting', [], ({ textDocument, options, range }) => {
        const file = files.get(textDocument.uri);
        return file === undefined ? [] : formatting(file.document, options, range);
      }),
    ),
  );
  connection.onCodeAction(
    guarded('code actions', [], ({ textDocument: { uri }, range, context: { only } }) => {
      const file = files.get(uri);
      if (file === undefined || !client.takesActions) return [];
      const findings = file.findings();
      const place = settings.toWrite(uri);
      const editor = { rulesPage: rulesPage(), createsFiles: client.createsFiles };
      return [
        ...codeActions(file, { range, only }, client, rulesPage()),
        ...(place === undefined ? [] : settingsActions(uri, range, findings, only, place, editor)),
      ];
    }),
  );
  connection.onCodeActionResolve(
    guarded('code action', { title: '' }, (action) => resolveCodeAction(action, files.get, client)),
  );
  connection.onRequest(judgeFileRequest, async ({ path, text, uri }) => {
    const judge = () => judgeText(text, { path, facts: facts.of(uri), settings: settings.ofPush(uri) });
    return (await facts.whenKnown(judge)).map(({ related, ...finding }) => finding);
  });
  connection.onRequest(judgeBodyRequest, ({ body, uri }) =>
    facts.whenKnown(() => judgeBody(body, { facts: facts.of(uri), settings: settings.ofPush(uri) })),
  );

  files.listen(connection);
  connection.listen();
}
