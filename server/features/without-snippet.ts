import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver-types';

/** An item for an editor that reads no snippets: each place to fill in holds its first proposal. */
export function withoutSnippet(item: CompletionItem): CompletionItem {
  if (item.textEdit === undefined) return item;
  const newText = plainText(item.textEdit.newText);
  return { ...item, insertTextFormat: InsertTextFormat.PlainText, textEdit: { ...item.textEdit, newText } };
}

function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^\\,|]|\\.)*)(?:[^|\\]|\\.)*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$}|,])/g, '$1');
}
