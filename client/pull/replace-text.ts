import * as vscode from 'vscode';
import { Stopped } from '../stopped.ts';

/** Puts another text into a document, as one step that the person can undo, and saves it. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  if (!(await vscode.workspace.applyEdit(edit)) || (document.isDirty && !(await document.save())))
    throw new Stopped(vscode.l10n.t('{0} could not be changed or saved.', document.fileName));
}
