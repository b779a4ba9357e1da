import * as vscode from 'vscode';

/**
 * The addresses behind the codes of diagnostics: `vscode://pmjob.pmjob/rules/<code>` with the product's own scheme, which opens
 * the page of the rules, rendered, at that code.
 */
export class RulePages implements vscode.Disposable {
  /** The address of all of them; a code goes behind it. */
  readonly address: string;
  readonly #page: vscode.Uri;
  readonly #handler: vscode.Disposable;

  constructor({ id, extensionUri }: vscode.Extension<unknown>) {
    this.address = `${vscode.env.uriScheme}://${id}${PATH}`;
    this.#page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules.md');
    this.#handler = vscode.window.registerUriHandler({ handleUri: ({ path }) => this.#show(path) });
  }

  dispose(): void {
    this.#handler.dispose();
  }

  /** An address of ours that names no code shows the page from its beginning; any other is not answered. */
  async #show(path: string): Promise<void> {
    if (!path.startsWith(PATH)) return;
    const code = path.slice(PATH.length);
    const fragment = /^[a-z0-9-]+$/.test(code) ? code : '';
    await vscode.commands.executeCommand('markdown.showPreview', this.#page.with({ fragment }));
  }
}

const PATH = '/rules/';
