import * as vscode from 'vscode';
import { differingPart } from '../schemas/differing-part.ts';
import { Stopped } from './stopped.ts';

/** Puts another text into a document, as one step that the person can undo, and saves it. What stays the same is not touched. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  await putText(document, text);
  if (document.isDirty && !(await document.save())) throw notChanged(document);
}

/** The same, without saving it. */
export async function putText(document: vscode.TextDocument, text: string): Promise<void> {
  const part = differingPart(document.getText(), text);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(part.start), document.positionAt(part.end));
  edit.replace(document.uri, range, part.text);
  if (!(await vscode.workspace.applyEdit(edit))) throw notChanged(document);
}

function notChanged({ fileName }: vscode.TextDocument): Stopped {
  return new Stopped(vscode.l10n.t('{0} could not be changed or saved.', fileName));
}
