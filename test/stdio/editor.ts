import { type ChildProcess, fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  type CodeAction,
  type CodeActionClientCapabilities,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { offsetOf } from '../rules/marked-text.ts';

const server = join(import.meta.dirname, '../../dist/server.js');

export interface EditorOptions {
  transport?: 'stdio' | 'ipc';
  /** It asks for diagnostics; otherwise they are pushed to it. */
  pulls?: boolean;
  snippets?: boolean;
  /** It shows plain text, takes no actions with edits, and symbols in one list; of its folder it says nothing. */
  poor?: boolean;
  rulesPage?: string;
  /** It tells the names behind ids in this way. */
  names?: (wanted: { uri: string; jobs: string[]; held: string | null }) => unknown;
  /** It checks open settings by their schema itself. */
  checksSettings?: boolean;
  /** It tells of changes on the disk, hands over open settings, asks again when told to, and makes files by edits. */
  able?: boolean;
  /** The address of the folder that is open. */
  folder?: string;
}

/** A real client of the language server in a process of its own, as small as an editor can be. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly published: PublishDiagnosticsParams[] = [];
  /** Methods that the server asked to be told by, and how often it asked to be asked for diagnostics again. */
  readonly registered: string[] = [];
  refreshes = 0;
  /** What the server said on its log. */
  readonly logged: string[] = [];
  initialized: InitializeResult | undefined;
  private readonly texts = new Map<string, { text: string; version: number }>();

  private constructor(process: ChildProcess, connection: ProtocolConnection) {
    this.process = process;
    this.connection = connection;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.logged.push(message);
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
    });
    connection.listen();
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const editor = options.transport === 'ipc' ? Editor.overIpc() : Editor.overStdio();
    if (options.names !== undefined) editor.connection.onRequest('pmjob/names', options.names);
    editor.initialized = await editor.connection.sendRequest<InitializeResult>(InitializeRequest.method, {
      processId: process.pid,
      ...(!options.poor && { rootUri: null }),
      ...(options.folder !== undefined && { workspaceFolders: [{ uri: options.folder, name: 'jobs' }] }),
      initializationOptions: {
        ...(options.rulesPage !== undefined && { rulesPage: options.rulesPage }),
        ...(options.checksSettings && { checksSettings: true }),
        ...(options.names && { tellsNames: true }),
      },
      capabilities: {
        ...(options.able && { workspace: ABLE }),
        textDocument: {
          ...(options.pulls && { diagnostic: {} }),
          ...(options.able && { synchronization: { dynamicRegistration: true } }),
          ...(options.poor
            ? { hover: { contentFormat: ['plaintext'] } }
            : { documentSymbol: { hierarchicalDocumentSymbolSupport: true }, codeAction: actions(options) }),
          completion: {
            completionItem: {
              ...(options.snippets && { snippetSupport: true }),
              ...(options.poor && { documentationFormat: ['plaintext'] }),
            },
          },
        },
      },
    });
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  private static overStdio(): Editor {
    // The reader's zone is the machine's.
    const env = { ...process.env, TZ: 'UTC' };
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'], env });
    return new Editor(
      child,
      createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
    );
  }

  private static overIpc(): Editor {
    const child = fork(server, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    return new Editor(child, createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)));
  }

  async open(uri: string, text: string): Promise<void> {
    this.texts.set(uri, { text, version: 1 });
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'pmjob', version: 1, text },
    });
  }

  /** Types over the first occurrence of a text. */
  async replace(uri: string, before: string, after: string): Promise<number> {
    const { text, version } = this.file(uri);
    const start = text.indexOf(before);
    if (start === -1) throw new Error(`${before} is not in ${uri}`);
    const range = { start: positionOf(text, start), end: positionOf(text, start + before.length) };
    this.texts.set(uri, {
      text: text.slice(0, start) + after + text.slice(start + before.length),
      version: version + 1,
    });
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: version + 1 },
      contentChanges: [{ range, text: after }],
    });
    return version + 1;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async ask(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** The diagnostics of a file now, asked for. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.ask(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** Waits until diagnostics of a version are pushed. */
  async pushed(uri: string, version: number | undefined): Promise<Diagnostic[]> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const found = this.published.findLast((params) => params.uri === uri && params.version === version);
      if (found !== undefined) return found.diagnostics;
      if (Date.now() > deadline) throw new Error(`nothing was pushed for version ${version} of ${uri}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Each diagnostic as its code and the text that it underlines. */
  underlined(uri: string, diagnostics: readonly Diagnostic[]): [code: unknown, text: string][] {
    return diagnostics.map(({ code, range }) => [code, this.textIn(uri, range)]);
  }

  textIn(uri: string, range: Range): string {
    const { text } = this.file(uri);
    return text.slice(offsetOf(text, range.start), offsetOf(text, range.end));
  }

  async complete(uri: string, position: Position): Promise<CompletionItem[]> {
    const answer = await this.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  /** The actions that are offered for a range, of certain kinds alone where some are named. */
  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
    return (answer ?? []).filter((action): action is CodeAction => 'edit' in action || 'data' in action);
  }

  /** What the server brings of an action once it is chosen. */
  async resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  text(uri: string): string {
    return this.file(uri).text;
  }

  /** After a text, `ahead` characters further. */
  positionAfter(uri: string, before: string, ahead = 0): Position {
    const { text } = this.file(uri);
    return positionOf(text, text.indexOf(before) + before.length + ahead);
  }

  /** The server stands still until these are sent, so that it finds all of them at once. */
  async whileItWaits(send: () => Promise<unknown>): Promise<void> {
    this.process.kill('SIGSTOP');
    try {
      await send();
    } finally {
      this.process.kill('SIGCONT');
    }
  }

  /** Ends the server as an editor does; gives its exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  private file(uri: string): { text: string; version: number } {
    const file = this.texts.get(uri);
    if (file === undefined) throw new Error(`${uri} is not open`);
    return file;
  }
}

function actions({ able }: EditorOptions): CodeActionClientCapabilities {
  return {
    codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    ...(able && { resolveSupport: { properties: ['edit'] } }),
  };
}

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const ABLE = {
  workspaceFolders: true,
  didChangeWatchedFiles: { dynamicRegistration: true },
  diagnostics: { refreshSupport: true },
  workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
};
