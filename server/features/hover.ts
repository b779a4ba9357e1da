import type { Hover, Position } from 'vscode-languageserver-types';
import { fieldAt } from '../../schemas/fields.ts';
import type { JobDocument } from '../document/document.ts';
import { describeField } from './describe-field.ts';

/** What the key or value under the cursor means. */
export function hover(document: JobDocument, position: Position): Hover | undefined {
  const { token, place, pointer } = document.cursor(document.lines.offsetAt(position));
  if (token === undefined || (place !== 'key' && place !== 'value')) return undefined;
  const field = fieldAt(pointer);
  if (field === undefined) return undefined;
  const value = place === 'value' ? token.read : undefined;
  return {
    contents: { kind: 'markdown', value: describeField(field, value) },
    range: document.lines.rangeOf(token),
  };
}
