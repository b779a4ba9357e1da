import * as vscode from 'vscode';
import type { Plan } from '../../api/plan/plan.ts';
import { renderPlan } from '../../api/plan/render-text.ts';

const SCHEME = 'pmjob-plan';

/** Shows a whole plan as a document that cannot be edited. */
export class PlanPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;
  readonly #texts = new Map<string, string>();
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  async show(plan: Plan): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${plan.file.path}.plan` });
    this.#texts.set(uri.toString(), `${renderPlan(plan).join('\n')}\n`);
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
