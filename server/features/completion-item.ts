import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import type { Span } from '../document/span.ts';

export interface Offer {
  label: string;
  kind: 'key' | 'value' | 'block';
  /** Snippet text. */
  insert: string;
  detail?: string;
  documentation: string;
  /** What a typed text is compared with, in the spelling of JSON. */
  spelling: string;
  sort: string;
  additional?: TextEdit[];
}

/** An offer as an item whose edit replaces what is being typed under the cursor. */
export function completionItem(document: JobDocument, replaced: Span, offer: Offer): CompletionItem {
  const quoted = document.text.charAt(replaced.start) === '"';
  return {
    label: offer.label,
    kind: KINDS[offer.kind],
    ...(offer.detail !== undefined && { detail: offer.detail }),
    documentation: { kind: 'markdown', value: offer.documentation },
    sortText: offer.sort,
    filterText: quoted ? offer.spelling : offer.spelling.replaceAll('"', ''),
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: document.lines.rangeOf(replaced), newText: offer.insert },
    ...(offer.additional && { additionalTextEdits: offer.additional }),
  };
}

/** What an item replaces: the token under the cursor; of a text without an end, what stands before the cursor. */
export function replacedSpan(document: JobDocument, { token }: Cursor, offset: number): Span {
  if (token === undefined) return { start: offset, end: offset };
  const closed = token.kind !== 'text' || document.text.charAt(token.end - 1) === '"';
  const ownQuote = token.end - token.start > 1;
  return { start: token.start, end: closed && ownQuote ? token.end : Math.max(offset, token.start) };
}

const KINDS = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  block: CompletionItemKind.Snippet,
} as const;
