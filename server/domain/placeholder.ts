import { isUuid } from '../../schemas/uuid.ts';

/** Whether an id is one that snippets put there: one digit throughout, or counting up. Nobody's id looks like that. */
export function isPlaceholder(text: string): boolean {
  // The first characters decide most cases: lists hold 100,000 ids.
  const first = text.charCodeAt(0);
  if (first === text.charCodeAt(7)) return /^(.)\1{7}-\1{4}-\1{4}-\1{4}-\1{12}$/.test(text) && isUuid(text);
  return /^(12345678|01234567)-/.test(text) && isUuid(text);
}
