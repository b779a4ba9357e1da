import type { Severity } from '../../schemas/finding.ts';
import type { Json } from '../../schemas/json.ts';
import type { SyntaxProblem } from '../document/text-problem.ts';
import { nearestRule } from '../rules/catalogue.ts';
import { describeSyntax } from '../syntax-words.ts';
import { choice, clipped, shown } from '../words.ts';
import { SEVERITIES } from './rule-settings.ts';

/** What is wrong with the text of the settings, as data. */
export type SettingsFault =
  | { kind: 'settings-unreadable'; why: 'merge-conflict' | 'too-large' | 'too-deep' | 'pasted' | SyntaxProblem }
  | { kind: 'setting-twice'; key: string }
  | { kind: 'settings-not-an-object' | 'rules-not-an-object' | 'allowed-fields-not-a-list' }
  | { kind: 'unknown-setting'; key: string }
  | { kind: 'unknown-rule'; code: string }
  | { kind: 'unknown-severity'; found: Json; own: Severity }
  | { kind: 'not-a-field'; found: Json };

/** The same as sentences: what is there, what would be right, and what holds until then. */
export function describeFault(fault: SettingsFault): string {
  switch (fault.kind) {
    case 'settings-unreadable':
      return `${describeUnreadable(fault.why)} Until it is put right, no setting in this file counts: each rule has its own severity.`;
    case 'setting-twice':
      return `"${clipped(fault.key, 60)}" stands twice in this object; the last one counts.`;
    case 'settings-not-an-object':
      return 'The settings are a JSON object, such as {"rules": {"unknown-field": "off"}}. No setting in this file counts.';
    case 'rules-not-an-object':
      return '"rules" is an object of codes and severities, such as {"unknown-field": "off"}. Each rule has its own severity.';
    case 'allowed-fields-not-a-list':
      return '"allowedFields" is a list of texts, such as ["newField"]. No field is allowed by it.';
    case 'unknown-setting':
      return `"${clipped(fault.key, 60)}" is no setting; there are "rules" and "allowedFields". It is ignored.`;
    case 'unknown-rule':
      return `There is no rule "${clipped(fault.code, 60)}".${meant(fault.code)} It is ignored.`;
    case 'unknown-severity':
      return `${shown(fault.found)} is no severity; it must be ${choice(SEVERITIES)}. The rule stays as it is by itself: ${fault.own}.`;
    case 'not-a-field':
      return `${shown(fault.found)} names no field: it must be a field's name, such as "newField", or its place, such as "/notification/newField". It is ignored.`;
  }
}

/** Problems whose sentence for a job file says what a job is have one of their own here. */
function describeUnreadable(why: (SettingsFault & { kind: 'settings-unreadable' })['why']): string {
  if (why === 'merge-conflict') return 'The marks of a merge conflict stand in these settings.';
  if (why === 'too-large') return 'These settings are too large to be read.';
  if (why === 'too-deep') return 'These settings nest too deeply to be read.';
  if (why === 'pasted')
    return 'These settings hold marks that copying from a web page leaves, such as no-break spaces.';
  switch (why.kind) {
    case 'empty':
    case 'binary':
    case 'not-json':
      return 'This is not JSON.';
    case 'comment':
      return `A comment (${why.mark}) is not allowed: JSON has none.`;
    case 'surplus-bracket':
    case 'second-value':
      return 'The settings end before this, and nothing may follow them.';
    default:
      return describeSyntax(why);
  }
}

function meant(code: string): string {
  const near = nearestRule(code);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
