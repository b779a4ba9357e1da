import { child } from '../../../schemas/pointer.ts';
import { actionsOf } from '../../domain/actions.ts';
import { encodeScript } from '../../domain/script.ts';
import { type ScriptText, scriptText } from '../../domain/script-text.ts';
import { fieldName, joined } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const scriptEncoding: Rule = {
  code: 'script-encoding',
  severity: 'warning',
  title: 'The script has an encoding or line ends that its language may not read',
  why: 'A shell takes a carriage return for a part of the command, a byte order mark hides the first line from it, and UTF-16 has a zero byte after each letter. A mark before a PowerShell script with other letters than ASCII is left alone: Windows PowerShell reads UTF-8 by it.',
  source: 'inferred',
  check: ({ value }) =>
    actionsOf(value).flatMap(({ value: action, at }) =>
      SCRIPTS.flatMap(({ key, typeKey }): Finding[] => {
        const field = action[key];
        const script = typeof field === 'string' && field !== '' ? scriptText(field) : undefined;
        if (script === undefined) return [];
        const isShell = languageOf(action[typeKey], value.platform) === 'sh';
        const faults = faultsOf(script, isShell);
        if (faults.length === 0) return [];
        const place = child(at, key);
        const message = `${fieldName(place)} holds a script that ${joined(faults, 'and')}; ${isShell ? 'a shell script is UTF-8 with LF line ends' : 'a script is UTF-8'}.`;
        const right = isShell ? script.text.replace(LINE_ENDS, '\n') : script.text;
        return [{ at: place, part: 'value', message, to: encodeScript(right) }];
      }),
    ),
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: 'Encode the script again', safe: false, operations: [{ set: at, value: to }] }],
};
export default scriptEncoding;

const SCRIPTS = [
  { key: 'script', typeKey: 'scriptType' },
  { key: 'detectionScript', typeKey: 'detectionScriptType' },
] as const;

const LINE_ENDS = /\r\n?/g;

function languageOf(type: unknown, platform: unknown): unknown {
  if (type === 'sh' || type === 'ps') return type;
  return platform === 'Linux' ? 'sh' : 'ps';
}

/** What a shell, or PowerShell, may not read of a script's bytes. */
export function faultsOf({ text, utf16, marked }: ScriptText, isShell: boolean): string[] {
  const isAscii = !/\P{ASCII}/u.test(text);
  const faults: string[] = [];
  if (utf16) faults.push('is UTF-16');
  else if (marked && (isShell || isAscii)) faults.push('begins with a byte order mark');
  if (isShell && /\r\n|^[^\n]*\r[^\n]*$/.test(text)) faults.push('has carriage returns (CR) at its line ends');
  return faults;
}
