import type { InitializeParams } from 'vscode-languageserver';
import type { ActionAbilities } from '../features/code-actions.ts';

/** What the editor can do and wants, as it says when the connection opens. */
export interface ClientOptions {
  /** It asks for diagnostics; otherwise they are pushed. */
  pulls: boolean;
  /** It reads `${1:…}` in what a completion inserts. */
  snippets: boolean;
  /** What it can carry out of a code action. */
  actions: ActionAbilities;
  /** The address of the page that explains the codes: `initializationOptions.rulesPage`. */
  rulesPage: string | undefined;
}

export const BEFORE_INITIALIZE: ClientOptions = {
  pulls: false,
  snippets: false,
  actions: { documentChanges: false, createFiles: false, resolveEdits: false },
  rulesPage: undefined,
};

export function clientOptions({ capabilities, initializationOptions }: InitializeParams): ClientOptions {
  const wishes: unknown = initializationOptions;
  const page = typeof wishes === 'object' && wishes !== null && 'rulesPage' in wishes ? wishes.rulesPage : undefined;
  return {
    pulls: capabilities.textDocument?.diagnostic !== undefined,
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    actions: {
      documentChanges: capabilities.workspace?.workspaceEdit?.documentChanges === true,
      createFiles: capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
      resolveEdits: capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    },
    rulesPage: typeof page === 'string' ? page : undefined,
  };
}
