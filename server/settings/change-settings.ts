import type { TextEdit } from 'vscode-languageserver-types';
import { isObject } from '../../schemas/json.ts';
import { child } from '../../schemas/pointer.ts';
import { openDocument } from '../document/document.ts';
import type { Operation } from '../document/edit.ts';
import { textEditsOf } from '../rules/apply-fix.ts';

/** What a person wants of the rules from now on: nothing of a rule, or nothing of a field that no release knows. */
export type SettingsChange = { turnOff: string } | { allowField: string };

/**
 * The edits that write a change into the text of a `.pmjob/config.json`, leaving the rest as it is; undefined for the text means
 * that there is no file. Empty where the text cannot be read, or holds something else in that place.
 */
export function changeSettings(text: string | undefined, change: SettingsChange): TextEdit[] {
  if (text === undefined || text.trim() === '') return [wholeText(text ?? '', change)];
  const document = openDocument('', 0, text);
  if (!document.valid || !isObject(document.value)) return [];
  const operation = operationOf(change, document.value);
  return operation === undefined ? [] : textEditsOf(document, [operation]);
}

function operationOf(change: SettingsChange, settings: { [key: string]: unknown }): Operation | undefined {
  if ('turnOff' in change) {
    const { rules } = settings;
    if (rules !== undefined && !isObject(rules)) return undefined;
    return { set: child('/rules', change.turnOff), value: 'off' };
  }
  const { allowedFields } = settings;
  if (allowedFields === undefined) return { set: '/allowedFields', value: [change.allowField] };
  if (!Array.isArray(allowedFields)) return undefined;
  return { set: child('/allowedFields', allowedFields.length), value: change.allowField };
}

function wholeText(before: string, change: SettingsChange): TextEdit {
  const settings =
    'turnOff' in change ? { rules: { [change.turnOff]: 'off' } } : { allowedFields: [change.allowField] };
  const { lines } = openDocument('', 0, before);
  const range = lines.rangeOf({ start: 0, end: before.length });
  return { range, newText: `${JSON.stringify(settings, undefined, 2)}\n` };
}
