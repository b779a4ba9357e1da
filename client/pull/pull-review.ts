import { posix } from 'node:path';
import * as vscode from 'vscode';
import { ReadOnlyTexts } from '../review/read-only-texts.ts';
import type { Reviews } from '../review/reviews.ts';

/** Shows what a pull would make of a file that is there: the file as it is beside the job. */
export class PullReview implements vscode.Disposable {
  readonly #reviews: Reviews;
  readonly #texts = new ReadOnlyTexts('pmjob-pull');

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
  }

  /** True when the person agrees that the file becomes this text. */
  agreed(document: vscode.TextDocument, text: string, from: { job: string; connection: string }): Promise<boolean> {
    const file = posix.basename(document.uri.path);
    return this.#reviews.agreed({
      before: document.uri,
      after: this.#texts.add(`${file}.pulled.json`, text),
      title: vscode.l10n.t('{0}: now ↔ pulled from {1}', file, from.connection),
      question: vscode.l10n.t('{0} does not hold the job “{1}” yet', file, from.job),
      ways: vscode.l10n.t('“Replace the File” above the text does it; closing it leaves the file as it is.'),
      more: [],
    });
  }

  dispose(): void {
    this.#texts.dispose();
  }
}
