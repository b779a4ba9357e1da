import * as vscode from 'vscode';

/** Texts that are shown beside a person's files and cannot be edited: a side of a plan, the server's job, a script. */
export class ReadOnlyTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #scheme: string;
  readonly #registration: vscode.Disposable;
  readonly #texts = new Map<string, string>();
  #count = 0;

  constructor(scheme: string) {
    this.#scheme = scheme;
    this.#registration = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  /** An address for a text; its name's ending chooses the language. Each is new, so that no two texts are mixed up. */
  add(name: string, text: string): vscode.Uri {
    this.#count++;
    const uri = vscode.Uri.from({ scheme: this.#scheme, path: `/${name}`, query: String(this.#count) });
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  /** A window that is opened again shows its tabs, but what was in them is over. */
  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? `${vscode.l10n.t('This belonged to an earlier session. Close it.')}\n`;
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
