import { type CompletionItem, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';

/** An item for an editor that reads no snippets: each place holds its first proposal, the lines have their indents. */
export function withoutSnippet(document: JobDocument, item: CompletionItem): CompletionItem {
  if (item.textEdit === undefined || !('range' in item.textEdit)) return item;
  const { layout } = document;
  const indent = layout.indentAt(document.lines.offsetAt(item.textEdit.range.start));
  const newText = plainText(item.textEdit.newText)
    .replaceAll('\t', layout.unit)
    .replaceAll('\n', layout.lineEnd + indent);
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { ...item.textEdit, newText },
  };
}

/** Snippet text with its first proposals in their places. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^\\,|]|\\.)*)(?:[^|\\]|\\.)*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/(?<!\\)\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([\\$}|,])/g, '$1');
}
