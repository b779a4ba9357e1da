import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  InlayHintRequest,
  type ProtocolConnection,
  SelectionRangeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { openDocument } from '../../../server/document/document.ts';
import type { Facts } from '../../../server/facts.ts';
import { completion } from '../../../server/features/completion.ts';
import { diagnostics } from '../../../server/features/diagnostics.ts';
import { documentLinks } from '../../../server/features/document-links.ts';
import { documentSymbols } from '../../../server/features/document-symbols.ts';
import { fixAll } from '../../../server/features/fix-all.ts';
import { foldingRanges } from '../../../server/features/folding.ts';
import { formatting } from '../../../server/features/formatting.ts';
import { hover } from '../../../server/features/hover.ts';
import { inlayHints } from '../../../server/features/inlay-hints.ts';
import { selectionRanges } from '../../../server/features/selection-ranges.ts';
import { serveLanguage } from '../../../server/lsp/server.ts';
import { judgeDocument } from '../../../server/rules/run.ts';
import { facts as known } from '../../rules/known.ts';
import { damaged, wrongJob } from '../../support/damage.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { caretIn, changesTo } from '../../support/typing.ts';

const RULES_PAGE = 'file:///rules.md';
const options = { tabSize: 2, insertSpaces: true };

/** The same that the server knows: the other files are open in it, and no platform is. */
const { now = 0, workspace = new Map() } = known;
const facts: Facts = { now, workspace, readerZone: 'UTC' };

/** What the server says on its log, which is nothing unless something went wrong. */
const logged: string[] = [];
let editor: ProtocolConnection;

beforeAll(async () => {
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toEditor),
  );
  serveLanguage(connection, {
    now: () => now,
    zone: () => 'UTC',
    rulesPage: RULES_PAGE,
    disk: {
      exists: () => false,
      trueAddress: (uri) => uri,
      read: () => undefined,
      load: async () => undefined,
      stamp: async () => undefined,
      async *jobFiles() {},
    },
  });
  editor = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  editor.onNotification('window/logMessage', ({ message }) => {
    logged.push(message);
  });
  editor.listen();
  await editor.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } } },
  });
  await editor.sendNotification(InitializedNotification.type, {});
  for (const [uri, other] of workspace) await opens(uri, 'text' in other ? String(other.text) : '');
});

afterAll(() => editor.dispose());

test('after any edits the server answers as it does about a file that was just opened', async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(damaged, wrongJob), { minLength: 1, maxLength: 4 }),
      fc.nat(100),
      fc.nat(6_000),
      async (texts, how, at) => {
        fc.pre(texts.every((text) => text.length < 100_000));
        const uri = `file:///typed-${number++}.pmjob.json`;
        await opens(uri, texts[0] ?? '');
        for (const [step, text] of texts.entries()) {
          await editor.sendNotification(DidChangeTextDocumentNotification.type, {
            textDocument: { uri, version: step + 2 },
            contentChanges: changesTo(texts[step - 1] ?? text, text, how + step),
          });
          expect(await answers(uri, text, at)).toEqual(expected(uri, text, at));
        }
        await editor.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
        expect(logged).toEqual([]);
      },
    ),
    propertyRuns(60),
  );
});

async function opens(uri: string, text: string): Promise<void> {
  const textDocument = { uri, languageId: 'pmjob', version: 1, text };
  await editor.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
}

/** What the server says of a file, and of a place in it. */
async function answers(uri: string, text: string, at: number): Promise<unknown> {
  const textDocument = { uri };
  const { lines } = openDocument(uri, 1, text);
  const position = lines.positionAt(caretIn(text, at));
  const range = lines.rangeOf({ start: 0, end: text.length });
  const context = { diagnostics: [], only: ['source.fixAll'] };
  const [report, items, said, symbols, links, hints, folds, selection, layout, actions] = await Promise.all([
    editor.sendRequest(DocumentDiagnosticRequest.type, { textDocument }),
    editor.sendRequest(CompletionRequest.type, { textDocument, position }),
    editor.sendRequest(HoverRequest.type, { textDocument, position }),
    editor.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    editor.sendRequest(DocumentLinkRequest.type, { textDocument }),
    editor.sendRequest(InlayHintRequest.type, { textDocument, range }),
    editor.sendRequest(FoldingRangeRequest.type, { textDocument }),
    editor.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] }),
    editor.sendRequest(DocumentFormattingRequest.type, { textDocument, options }),
    editor.sendRequest(CodeActionRequest.type, { textDocument, range, context }),
  ]);
  const fixes = (actions ?? []).flatMap((action) => ('edit' in action ? (action.edit?.changes?.[uri] ?? []) : []));
  const diagnosed = report.kind === 'full' ? report.items : report.kind;
  return { diagnosed, items, said, symbols, links, hints, folds, selection, layout, fixes };
}

/** The same of a document that was just opened, as it is on the wire. */
function expected(uri: string, text: string, at: number): unknown {
  const document = openDocument(uri, 1, text);
  const position = document.lines.positionAt(caretIn(text, at));
  const range = document.lines.rangeOf({ start: 0, end: text.length });
  return JSON.parse(
    JSON.stringify({
      diagnosed: diagnostics(uri, judgeDocument(document, facts), RULES_PAGE),
      items: completion(document, position, facts),
      said: hover(document, position, facts) ?? null,
      symbols: documentSymbols(document, facts),
      links: documentLinks(document),
      hints: inlayHints(document, range, facts),
      folds: foldingRanges(document),
      selection: selectionRanges(document, [position]),
      layout: formatting(document, options),
      fixes: fixAll(document, (other) => judgeDocument(other, facts)),
    }),
  );
}
