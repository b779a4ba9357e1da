import * as vscode from 'vscode';
import { Stopped } from './stopped.ts';

/** Puts another text into a document, as one step that the person can undo, and saves it. What stays the same is not touched. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  await putText(document, text);
  if (document.isDirty && !(await document.save())) throw notChanged(document);
}

/** The same, without saving it. */
export async function putText(document: vscode.TextDocument, text: string): Promise<void> {
  const present = document.getText();
  const shared = Math.min(present.length, text.length);
  let start = 0;
  while (start < shared && present[start] === text[start]) start++;
  let end = 0;
  while (end < shared - start && present[present.length - 1 - end] === text[text.length - 1 - end]) end++;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(present.length - end));
  edit.replace(document.uri, range, text.slice(start, text.length - end));
  if (!(await vscode.workspace.applyEdit(edit))) throw notChanged(document);
}

function notChanged({ fileName }: vscode.TextDocument): Stopped {
  return new Stopped(vscode.l10n.t('{0} could not be changed or saved.', fileName));
}
