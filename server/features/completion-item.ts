import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-types';
import { fieldAt } from '../../schemas/fields.ts';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import type { Span } from '../document/span.ts';

export interface Offer {
  label: string;
  kind: 'key' | 'value' | 'block';
  /** Snippet text. */
  insert: string;
  detail?: string;
  /** A few words beside the label: what it is, or why this job does not use it. */
  mark?: string;
  documentation?: string;
  /** What a typed text is compared with; the label without its quotes where absent. */
  search?: string;
  sort: string;
  additional?: TextEdit[];
}

/** A quote that a text may begin with, typographic ones among them. Escaped, so that the bundle stays ASCII. */
export const OPENING_QUOTE = /^["'`\u201c\u201d\u2018\u2019]/;

/** An offer as an item whose edit replaces what is being typed under the cursor. */
export function completionItem(document: JobDocument, replaced: Span, offer: Offer): CompletionItem {
  const quote = OPENING_QUOTE.exec(document.text.slice(replaced.start, replaced.end))?.[0] ?? '';
  return {
    label: offer.label,
    kind: KINDS[offer.kind],
    ...(offer.detail !== undefined && { detail: offer.detail }),
    ...(offer.mark !== undefined && { labelDetails: { description: offer.mark } }),
    ...(offer.documentation !== undefined && { documentation: { kind: 'markdown', value: offer.documentation } }),
    sortText: offer.sort,
    filterText: quote + (offer.search ?? offer.label.replaceAll('"', '')),
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: document.lines.rangeOf(replaced), newText: offer.insert },
    ...(offer.additional && { additionalTextEdits: offer.additional }),
  };
}

/** What an item replaces: the token under the cursor; of a text without an end, what stands before the cursor. */
export function replacedSpan(document: JobDocument, { token }: Cursor, offset: number): Span {
  if (token === undefined) return { start: offset, end: offset };
  // A text in other quotes than these is one only where it is closed.
  const isText = token.kind === 'text' && document.text.charAt(token.start) === '"';
  const closed = !isText || (token.end - token.start > 1 && document.text.charAt(token.end - 1) === '"');
  return { start: token.start, end: closed ? token.end : Math.max(offset, token.start) };
}

/** The comma that what follows the cursor needs: the next entry or item. */
export function commaAfter({ next, container }: Cursor): string {
  const isList = fieldAt(container)?.item !== undefined;
  return next === 'text' || next === 'word' || (isList && (next === '{' || next === '[')) ? ',' : '';
}

const KINDS = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  block: CompletionItemKind.Snippet,
} as const;
