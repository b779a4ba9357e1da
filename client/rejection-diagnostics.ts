import * as vscode from 'vscode';
import type { JudgedFinding } from '../schemas/finding.ts';
import { rangeOf } from './language/place.ts';

/** What a platform said of a rejected file, on the fields it named. It goes when the file is edited or sent again. */
export class RejectionDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('pmjob-rejected');
  readonly #edits: vscode.Disposable;

  constructor() {
    this.#edits = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.contentChanges.length > 0) this.clear(change.document.uri);
    });
  }

  show(document: vscode.TextDocument, findings: JudgedFinding[], host: string | undefined): void {
    const diagnostics = findings.map((finding) => {
      const range = rangeOf(document, finding.pointer, vscode.Range);
      const diagnostic = new vscode.Diagnostic(range, finding.message, vscode.DiagnosticSeverity.Error);
      diagnostic.code = finding.code;
      diagnostic.source = host ?? 'pmjob';
      return diagnostic;
    });
    this.#collection.set(document.uri, diagnostics);
  }

  clear(file: vscode.Uri): void {
    this.#collection.delete(file);
  }

  dispose(): void {
    this.#edits.dispose();
    this.#collection.dispose();
  }
}
