import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';

/** What the editor can do and wants, as it says when the connection opens. */
export interface ClientOptions {
  /** It asks for diagnostics; otherwise they are pushed. */
  pulls: boolean;
  /** It asks for diagnostics again when it is told that they may have changed. */
  pullsAgain: boolean;
  /** It reads `${1:…}` in what a completion inserts. */
  snippets: boolean;
  /** It shows Markdown on hover, and beside a completion. */
  markdownOnHover: boolean;
  markdownOfCompletion: boolean;
  /** It shows symbols below symbols. */
  nestedSymbols: boolean;
  /** It takes actions with their edits; others know only commands, and the server has none. */
  takesActions: boolean;
  /** It takes changes of a certain version of a document. */
  documentChanges: boolean;
  /** It asks for the edit of an action once somebody chose it. */
  resolvesEdits: boolean;
  /** It makes a file as part of an edit. */
  createsFiles: boolean;
  /** It tells of changes on the disk, when it is asked to. */
  watchesFiles: boolean;
  /** It hands over the text of further open files, when it is asked to. */
  syncsOnDemand: boolean;
  /** It checks an open `.pmjob/config.json` against our schema by itself: `initializationOptions.checksSettings`. */
  checksSettings: boolean;
  /** It tells the names behind ids, when it is asked to: `initializationOptions.tellsNames`. */
  tellsNames: boolean;
  /** It asks for inlay hints again when it is told that they may have changed. */
  hintsAgain: boolean;
  /** The address of the page that explains the codes: `initializationOptions.rulesPage`. */
  rulesPage: string | undefined;
  /** It tells when folders are opened or closed. */
  tellsOfFolders: boolean;
  /** The folders that are open, without a slash at their end. */
  workspaceFolders: readonly string[];
}

export const BEFORE_INITIALIZE: ClientOptions = {
  pulls: false,
  pullsAgain: false,
  snippets: false,
  markdownOnHover: true,
  markdownOfCompletion: true,
  nestedSymbols: false,
  takesActions: false,
  documentChanges: false,
  resolvesEdits: false,
  createsFiles: false,
  watchesFiles: false,
  syncsOnDemand: false,
  checksSettings: false,
  tellsNames: false,
  hintsAgain: false,
  rulesPage: undefined,
  tellsOfFolders: false,
  workspaceFolders: [],
};

export function clientOptions(params: InitializeParams): ClientOptions {
  const { textDocument, workspace } = params.capabilities;
  const page = wish(params, 'rulesPage');
  return {
    pulls: textDocument?.diagnostic !== undefined,
    pullsAgain: workspace?.diagnostics?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownOnHover: takesMarkdown(textDocument?.hover?.contentFormat),
    markdownOfCompletion: takesMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    takesActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    syncsOnDemand: textDocument?.synchronization?.dynamicRegistration === true,
    checksSettings: wish(params, 'checksSettings') === true,
    tellsNames: wish(params, 'tellsNames') === true,
    hintsAgain: workspace?.inlayHint?.refreshSupport === true,
    rulesPage: typeof page === 'string' ? page : undefined,
    tellsOfFolders: workspace?.workspaceFolders === true,
    workspaceFolders: foldersOf(params),
  };
}

/** An editor that says nothing of it shows what it gets. */
function takesMarkdown(formats: readonly string[] | undefined): boolean {
  return formats === undefined || formats.includes('markdown');
}

function wish({ initializationOptions }: InitializeParams, name: string): unknown {
  const wishes: unknown = initializationOptions;
  return typeof wishes === 'object' && wishes !== null ? new Map(Object.entries(wishes)).get(name) : undefined;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
  return uris.map(withoutSlash);
}

/** The options once folders were opened and closed. */
export function withFolders(
  client: ClientOptions,
  { added, removed }: { added: readonly WorkspaceFolder[]; removed: readonly WorkspaceFolder[] },
): ClientOptions {
  const gone = new Set(removed.map(({ uri }) => withoutSlash(uri)));
  const left = client.workspaceFolders.filter((uri) => !gone.has(uri));
  return { ...client, workspaceFolders: [...new Set([...left, ...added.map(({ uri }) => withoutSlash(uri))])] };
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/$/, '');
}
