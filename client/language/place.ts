import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type * as vscode from 'vscode';
import { type Pointer, parent, ROOT, segments } from '../../schemas/pointer.ts';

/** Start and end of text, as offsets. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Where a pointer is in a job file's text: its value, or its key when the value is an object or a list. A place that
 * the text does not hold is that of the nearest one around it; the root is the first line.
 */
export function spanOf(text: string, pointer: Pointer): Span {
  const node = nearest(text, pointer);
  return node === undefined ? firstLine(text) : smallest(node);
}

/** The text of the value that a pointer leads to, or of the nearest one around it: tells whether somebody edited there. */
export function valueTextAt(text: string, pointer: Pointer): string {
  const node = nearest(text, pointer);
  return node === undefined ? text : text.slice(node.offset, node.offset + node.length);
}

/** The range of `spanOf` in a document, as the editor counts. */
export function rangeOf(document: vscode.TextDocument, pointer: Pointer, range: typeof vscode.Range): vscode.Range {
  const { start, end } = spanOf(document.getText(), pointer);
  return new range(document.positionAt(start), document.positionAt(end));
}

/** Undefined when there is none but the root. */
function nearest(text: string, pointer: Pointer): Node | undefined {
  const root = pointer === ROOT ? undefined : parseTree(text);
  if (root === undefined) return undefined;
  for (let at = pointer; at !== ROOT; at = parent(at)) {
    const node = findNodeAtLocation(root, path(root, at));
    if (node !== undefined) return node;
  }
  return undefined;
}

function path(root: Node, pointer: Pointer): (string | number)[] {
  const walked: (string | number)[] = [];
  for (const segment of segments(pointer)) {
    const holder = findNodeAtLocation(root, walked);
    walked.push(holder?.type === 'array' ? Number(segment) : segment);
  }
  return walked;
}

function smallest(node: Node): Span {
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  const holdsMore = node.type === 'object' || node.type === 'array';
  const { offset, length } = holdsMore && key !== undefined ? key : node;
  return { start: offset, end: offset + length };
}

function firstLine(text: string): Span {
  const end = text.search(/\r?\n/);
  return { start: 0, end: end === -1 ? text.length : end };
}
