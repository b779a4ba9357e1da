import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';
import type { Span } from '../document/span.ts';
import { nodeAt, type TreeNode } from '../document/tree.ts';
import { clipped, counted, shown } from '../words.ts';

/** The job's fields by readable names: an action by its item, a list of ids by their number. */
export function documentSymbols(document: JobDocument): DocumentSymbol[] {
  const { tree } = document;
  return tree === undefined ? [] : childrenOf(document, tree);
}

function childrenOf(document: JobDocument, node: TreeNode): DocumentSymbol[] {
  if (node.kind === 'object') {
    return node.entries.map(({ key, value }) =>
      symbol(document, key.text === '' ? '""' : key.text, value, { start: key.start, end: value.end }, key),
    );
  }
  if (node.kind !== 'array') return [];
  return node.items.flatMap((item, index) =>
    item.kind === 'object' || item.kind === 'array' ? [symbol(document, itemName(item, index), item, item, item)] : [],
  );
}

function symbol(document: JobDocument, name: string, node: TreeNode, whole: Span, selection: Span): DocumentSymbol {
  return {
    name: clipped(name, 120),
    detail: detailOf(node),
    kind: kindOf(node),
    range: document.lines.rangeOf(whole),
    selectionRange: document.lines.rangeOf(selection),
    children: childrenOf(document, node),
  };
}

/** An action is known by its item, a chain rule by how much must have succeeded, anything else by its number. */
function itemName(item: TreeNode, index: number): string {
  const text = (pointer: string): string | undefined => {
    const node = nodeAt(item, pointer);
    return node?.kind === 'scalar' && node.value !== null && node.value !== '' ? String(node.value) : undefined;
  };
  const threshold = text('/threshold');
  if (threshold !== undefined) return `at least ${threshold} %`;
  return text('/params/actionItem') ?? text('/name') ?? text('/action') ?? String(index + 1);
}

function detailOf(node: TreeNode): string {
  if (node.kind === 'scalar') return shown(node.value);
  if (node.kind === 'array') return counted(node.items.length, 'item');
  return '';
}

function kindOf(node: TreeNode): SymbolKind {
  switch (node.kind) {
    case 'object':
      return SymbolKind.Module;
    case 'array':
      return SymbolKind.Array;
    case 'unread':
      return SymbolKind.Null;
    case 'scalar':
      return scalarKind(node.value);
  }
}

function scalarKind(value: unknown): SymbolKind {
  if (value === null) return SymbolKind.Null;
  if (typeof value === 'number') return SymbolKind.Number;
  return typeof value === 'boolean' ? SymbolKind.Boolean : SymbolKind.String;
}
