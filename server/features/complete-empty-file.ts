import type { CompletionItem } from 'vscode-languageserver-types';
import { rootField } from '../../schemas/fields.ts';
import snippets from '../../snippets/pmjob.json' with { type: 'json' };
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import { completionItem, replacedSpan } from './completion-item.ts';

/**
 * Whole jobs to begin with. The snippets have no prefix, so that no editor offers a whole job inside of one: they are
 * offered here, where the file is empty, and by the editor's own commands for snippets.
 */
export function emptyFileItems(document: JobDocument, cursor: Cursor, offset: number): CompletionItem[] {
  const replaced = replacedSpan(document, cursor, offset);
  return Object.entries(snippets).map(([label, { description, body }], index) =>
    completionItem(document, replaced, {
      label,
      kind: 'block',
      insert: body.join('\n'),
      detail: rootField.title,
      documentation: description,
      sort: String(index),
    }),
  );
}
