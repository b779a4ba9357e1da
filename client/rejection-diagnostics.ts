import * as vscode from 'vscode';
import type { JudgedFinding } from '../schemas/finding.ts';
import type { Pointer } from '../schemas/pointer.ts';
import { rangeOf, valueTextAt } from './language/place.ts';

/** One thing that a platform said, with the text that it was said about. */
interface Said {
  pointer: Pointer;
  about: string;
  message: string;
  code: string;
}

/** What was said of one file, and by whom. */
interface Rejection {
  file: vscode.Uri;
  host: string;
  said: Said[];
}

/**
 * What a platform said of a rejected file, on the fields it named. It moves with its field, and goes when somebody edits there
 * or sends the file again; what names no field goes with any edit.
 */
export class RejectionDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('pmjob-rejected');
  readonly #rejections = new Map<string, Rejection>();
  readonly #events: vscode.Disposable;

  constructor() {
    this.#events = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.contentChanges.length > 0) this.#keepWhatStands(change.document);
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri } of files) this.#clearBelow(oldUri);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const file of files) this.#clearBelow(file);
      }),
    );
  }

  show(document: vscode.TextDocument, findings: JudgedFinding[], host: string | undefined): void {
    const text = document.getText();
    const said = findings.map(({ pointer, message, code }) => {
      return { pointer, about: valueTextAt(text, pointer), message, code };
    });
    this.#put(document, { file: document.uri, host: host ?? 'pmjob', said });
  }

  clear(file: vscode.Uri): void {
    this.#rejections.delete(file.toString());
    this.#collection.delete(file);
  }

  dispose(): void {
    this.#events.dispose();
    this.#collection.dispose();
  }

  #keepWhatStands(document: vscode.TextDocument): void {
    const rejection = this.#rejections.get(document.uri.toString());
    if (rejection === undefined) return;
    const text = document.getText();
    const said = rejection.said.filter(({ pointer, about }) => valueTextAt(text, pointer) === about);
    this.#put(document, { ...rejection, said });
  }

  #put(document: vscode.TextDocument, rejection: Rejection): void {
    if (rejection.said.length === 0) {
      this.clear(rejection.file);
      return;
    }
    this.#rejections.set(rejection.file.toString(), rejection);
    const diagnostics = rejection.said.map(({ pointer, message, code }) => {
      const range = rangeOf(document, pointer, vscode.Range);
      const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
      diagnostic.code = code;
      diagnostic.source = rejection.host;
      return diagnostic;
    });
    this.#collection.set(rejection.file, diagnostics);
  }

  /** A file, or a folder with all that is in it, is no longer at its place. */
  #clearBelow(gone: vscode.Uri): void {
    for (const { file } of [...this.#rejections.values()])
      if (file.path === gone.path || file.path.startsWith(`${gone.path}/`)) this.clear(file);
  }
}
