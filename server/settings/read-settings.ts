import type { Range } from 'vscode-languageserver-types';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { openDocument } from '../document/document.ts';
import { ruleByCode } from '../rules/catalogue.ts';
import { NOTHING_SET, type RuleSettings, SEVERITIES } from './rule-settings.ts';
import { describeFault, type SettingsFault } from './settings-fault.ts';
import { faultsOfText } from './settings-text.ts';

/** Settings, and what in their text does not count. */
export interface ReadSettings {
  settings: RuleSettings;
  problems: SettingsProblem[];
}

/** What in the text of the settings does not count, and what holds instead. */
export interface SettingsProblem {
  code: SettingsFault['kind'];
  message: string;
  range: Range;
}

/**
 * Reads the text of a `.pmjob/config.json`. Of a text that cannot be read nothing counts; of one that can, what is wrong does
 * not count and the rest does. Never throws; a blank text sets nothing.
 */
export function readSettings(text: string): ReadSettings {
  if (text.trim() === '') return { settings: NOTHING_SET, problems: [] };
  const document = openDocument('', 0, text);
  const ofText = faultsOfText(document).map(({ fault, start, end }) =>
    problem(fault, document.lines.rangeOf({ start, end })),
  );
  if (!document.valid) return { settings: NOTHING_SET, problems: ofText };
  const misread: Misread[] = [];
  const settings = settingsFrom(document.value, misread);
  const ranges = document.ranges(misread);
  const ofValue = misread.flatMap(({ fault }, index) => {
    const range = ranges[index];
    return range === undefined ? [] : [problem(fault, range)];
  });
  return { settings, problems: [...ofText, ...ofValue] };
}

function problem(fault: SettingsFault, range: Range): SettingsProblem {
  return { code: fault.kind, message: describeFault(fault), range };
}

interface Misread {
  fault: SettingsFault;
  at: Pointer;
  part: 'key' | 'value';
}

function settingsFrom(value: unknown, misread: Misread[]): RuleSettings {
  if (!isObject(value)) {
    misread.push({ fault: { kind: 'settings-not-an-object' }, at: ROOT, part: 'value' });
    return NOTHING_SET;
  }
  for (const key of Object.keys(value)) {
    if (!KEYS.has(key)) misread.push({ fault: { kind: 'unknown-setting', key }, at: child(ROOT, key), part: 'key' });
  }
  return {
    severities: severitiesFrom(value, misread),
    allowedFields: allowedFieldsFrom(value, misread),
    errorsStay: false,
  };
}

const KEYS = new Set(['$schema', 'rules', 'allowedFields']);

function severitiesFrom({ rules }: JsonObject, misread: Misread[]): RuleSettings['severities'] {
  const severities = new Map<string, (typeof SEVERITIES)[number]>();
  if (rules === undefined) return severities;
  if (!isObject(rules)) {
    misread.push({ fault: { kind: 'rules-not-an-object' }, at: '/rules', part: 'value' });
    return severities;
  }
  for (const [code, found] of Object.entries(rules)) {
    const at = child('/rules', code);
    const rule = ruleByCode(code);
    const severity = SEVERITIES.find((known) => known === found);
    if (rule === undefined) misread.push({ fault: { kind: 'unknown-rule', code }, at, part: 'key' });
    else if (severity === undefined)
      misread.push({ fault: { kind: 'unknown-severity', found, own: rule.severity }, at, part: 'value' });
    else severities.set(code, severity);
  }
  return severities;
}

function allowedFieldsFrom({ allowedFields }: JsonObject, misread: Misread[]): string[] {
  if (allowedFields === undefined) return [];
  if (!Array.isArray(allowedFields)) {
    misread.push({ fault: { kind: 'allowed-fields-not-a-list' }, at: '/allowedFields', part: 'value' });
    return [];
  }
  return allowedFields.flatMap((found, index) => {
    if (typeof found === 'string' && found !== '' && found !== '/') return [found];
    misread.push({ fault: { kind: 'not-a-field', found }, at: child('/allowedFields', index), part: 'value' });
    return [];
  });
}
