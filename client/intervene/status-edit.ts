import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import * as vscode from 'vscode';
import { presentDocument } from '../push/job-file.ts';

/** The status that a file says when it is another than its job has now; undefined when it says none or the same. */
export function otherStatus(document: vscode.TextDocument, status: string): string | undefined {
  const said = statusPlace(document)?.value;
  return said === status ? undefined : said;
}

/** Writes the status into the file, as an edit that can be undone and is not saved. */
export async function writeStatus(opened: vscode.TextDocument, status: string): Promise<void> {
  const document = await presentDocument(opened);
  const place = statusPlace(document);
  if (place === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, place.range, JSON.stringify(status));
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}

function statusPlace(document: vscode.TextDocument): { value: string; range: vscode.Range } | undefined {
  const tree = parseTree(document.getText());
  const node = tree === undefined ? undefined : findNodeAtLocation(tree, ['status']);
  if (node === undefined || typeof node.value !== 'string' || node.value === '') return undefined;
  const range = new vscode.Range(document.positionAt(node.offset), document.positionAt(node.offset + node.length));
  return { value: node.value, range };
}
