// The run-time parts of the protocol's library. They are named here alone, because the bundler copies all 700 exports of
// the library for each file that imports some of them; types may be imported from the library itself.
export {
  AbstractMessageWriter,
  BulkRegistration,
  CodeActionKind,
  createConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  NotificationType,
  ProposedFeatures,
  RequestType,
  ResponseError,
  StreamMessageReader,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver/node';
