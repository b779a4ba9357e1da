import * as vscode from 'vscode';
import { plainText } from '../plain-text.ts';
import { Stopped } from '../stopped.ts';

/** What is compared, and what a yes to it does. */
export interface Comparison {
  /** Undefined: `after` is shown alone. */
  before: vscode.Uri | undefined;
  after: vscode.Uri;
  title: string;
  /** What has not happened yet. */
  question: string;
  /** How to say yes and no. */
  ways: string;
  /** Further texts that are shown for it; they are closed with it. */
  more: vscode.Uri[];
}

interface Waiting {
  comparison: Comparison;
  /** Its tab has been seen: from then on its absence is an answer. */
  seen: boolean;
  answer(agreed: boolean): void;
}

/**
 * Shows what would happen in the editor's own comparison and waits for the person's word, which nothing covers. Only a command
 * given on the comparison itself is a yes; Cancel and a closed tab are a no.
 */
export class Reviews implements vscode.Disposable {
  readonly #waiting = new Set<Waiting>();
  readonly #tabs: vscode.Disposable;

  constructor() {
    this.#tabs = vscode.window.tabGroups.onDidChangeTabs(() => {
      for (const waiting of this.#waiting) waiting.seen ||= isOpen(waiting);
      // A tab that is moved closes in one place before it opens in the other.
      setTimeout(() => this.#answerClosed(), 0);
    });
  }

  /** True when the person says yes to what they see. */
  async agreed(comparison: Comparison): Promise<boolean> {
    let answer: Waiting['answer'] = () => undefined;
    const answered = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    const waiting: Waiting = { comparison, seen: false, answer };
    this.#waiting.add(waiting);
    try {
      await show(comparison);
      return await untilAnswered(comparison, answered, () => answer(false));
    } finally {
      this.#waiting.delete(waiting);
      await vscode.window.tabGroups.close(tabsOf([comparison.after, ...comparison.more]));
    }
  }

  /** The person's yes to the comparison that a text belongs to, or that is in front. */
  async agree(resource: vscode.Uri | undefined): Promise<void> {
    this.#find(resource).answer(true);
  }

  /** The comparison that a text belongs to, or that is in front. Throws when it is over. */
  comparisonOf(resource: vscode.Uri | undefined): Comparison {
    return this.#find(resource).comparison;
  }

  dispose(): void {
    this.#tabs.dispose();
  }

  #find(resource: vscode.Uri | undefined): Waiting {
    const active = vscode.window.tabGroups.activeTabGroup.activeTab;
    const wanted = new Set((resource === undefined ? urisOf(active) : [resource]).map(String));
    const found = [...this.#waiting].find(({ comparison: { after, more } }) =>
      [after, ...more].some((uri) => wanted.has(uri.toString())),
    );
    if (found === undefined)
      throw new Stopped(vscode.l10n.t('This comparison is over, so nothing was done. Run the command again.'));
    return found;
  }

  #answerClosed(): void {
    for (const waiting of this.#waiting) if (waiting.seen && !isOpen(waiting)) waiting.answer(false);
  }
}

function isOpen({ comparison }: Waiting): boolean {
  return tabsOf([comparison.after]).length > 0;
}

async function show({ before, after, title }: Comparison): Promise<void> {
  if (before === undefined) await vscode.window.showTextDocument(after, { preview: false });
  else await vscode.commands.executeCommand('vscode.diff', before, after, title, { preview: false });
}

/** The notification stays as long as the question does, and goes with it, however that was answered. */
async function untilAnswered(
  { question, ways }: Comparison,
  answered: Promise<boolean>,
  cancel: () => void,
): Promise<boolean> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title: plainText(question), cancellable: true }, (progress, token) => {
    progress.report({ message: ways });
    token.onCancellationRequested(cancel);
    return answered;
  });
}

function tabsOf(uris: readonly vscode.Uri[]): vscode.Tab[] {
  const wanted = new Set(uris.map(String));
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter((tab) => urisOf(tab).some((uri) => wanted.has(uri.toString())));
}

function urisOf(tab: vscode.Tab | undefined): vscode.Uri[] {
  const input = tab?.input;
  if (input instanceof vscode.TabInputTextDiff) return [input.modified, input.original];
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}
