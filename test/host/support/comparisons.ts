import * as vscode from 'vscode';
import { until } from './until.ts';

/** The text in front, when it is one of these read-only ones; of a comparison the right side. */
export function inFront(scheme: string): vscode.TextDocument | undefined {
  const shown = vscode.window.activeTextEditor?.document;
  return shown?.uri.scheme === scheme ? shown : undefined;
}

/** The tabs whose text, or one side of it, has that scheme. */
export function tabsOf(scheme: string): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => {
    if (input instanceof vscode.TabInputTextDiff)
      return input.modified.scheme === scheme || input.original.scheme === scheme;
    return input instanceof vscode.TabInputText && input.uri.scheme === scheme;
  });
}

/** Both sides of the comparison that has a side of that scheme, as soon as it is there. */
export async function comparison(
  scheme: string,
): Promise<{ tab: vscode.Tab; before: vscode.TextDocument; after: vscode.TextDocument }> {
  const [tab] = await until(
    `comparison of ${scheme}`,
    () => tabsOf(scheme),
    ({ length }) => length > 0,
  );
  if (!(tab?.input instanceof vscode.TabInputTextDiff)) throw new Error('The tab compares nothing.');
  const [before, after] = await Promise.all([
    vscode.workspace.openTextDocument(tab.input.original),
    vscode.workspace.openTextDocument(tab.input.modified),
  ]);
  return { tab, before, after };
}

/** The lines that one text has and the other has not. */
export function differingLines(one: vscode.TextDocument, other: vscode.TextDocument): string[] {
  const [before, after] = [one.getText().split('\n'), other.getText().split('\n')];
  return [...before.filter((line) => !after.includes(line)), ...after.filter((line) => !before.includes(line))];
}
