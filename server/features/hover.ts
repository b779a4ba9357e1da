import type { MarkupContent, Position, Range } from 'vscode-languageserver-types';
import { type Field, fieldAt } from '../../schemas/fields.ts';
import { isObject } from '../../schemas/json.ts';
import { type Pointer, parent, ROOT, valueAt } from '../../schemas/pointer.ts';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import type { Facts } from '../facts.ts';
import { describeField } from './describe-field.ts';
import { valueInWords } from './value-in-words.ts';

interface Said {
  contents: MarkupContent;
  range: Range;
}

/** What the key or value under the cursor means, and what it says in this job. */
export function hover(document: JobDocument, position: Position, facts: Facts): Said | undefined {
  const cursor = document.cursor(document.lines.offsetAt(position));
  const { token, place, pointer } = cursor;
  if (token === undefined || (place !== 'key' && place !== 'value')) return undefined;
  const field = fieldAt(pointer);
  if (field === undefined) return undefined;
  const job = isObject(document.value) ? document.value : {};
  const value = valueUnder(document, cursor);
  const words = [ofList(pointer, field), valueInWords({ pointer, field, value, job, facts })];
  return {
    contents: {
      kind: 'markdown',
      value: describeField(field, {
        value: place === 'value' ? value : undefined,
        words: words.filter((part) => part !== '').join('\n\n'),
      }),
    },
    range: document.lines.rangeOf(token),
  };
}

/** An id in a list is nothing by itself: the list says what it is of. */
function ofList(pointer: Pointer, { name }: Field): string {
  const list = name === '' && pointer !== ROOT ? fieldAt(parent(pointer)) : undefined;
  return list === undefined ? '' : `One of **${list.title}** · \`${list.name}\`: ${list.description}`;
}

/** The value as the job has it: the cursor reads what stands at it, also where a key stands there twice. */
function valueUnder(document: JobDocument, { place, pointer, token }: Cursor): unknown {
  const isRead = place === 'value' && (token?.kind === 'text' || token?.kind === 'number');
  return isRead ? token.read : valueAt(document.value, pointer);
}
