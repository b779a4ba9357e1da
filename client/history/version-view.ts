import * as vscode from 'vscode';

const SCHEME = 'pmjob-version';

/** Shows earlier versions and what they changed, as documents that cannot be edited. */
export class VersionView implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  readonly #texts = new Map<string, string>();

  /** Beside the file as it is now, with what differs marked. `name` tells versions of one file apart. */
  async compare(text: string, name: string, document: vscode.TextDocument): Promise<void> {
    const then = this.#keep(`${document.fileName}/${name}.json`, text);
    const title = vscode.l10n.t('{0}: then and now', vscode.workspace.asRelativePath(document.uri));
    await vscode.commands.executeCommand('vscode.diff', then, document.uri, title);
  }

  async show(text: string, name: string): Promise<void> {
    await vscode.window.showTextDocument(this.#keep(name, text), { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #keep(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name.replaceAll(/^\/+/g, '')}` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}
