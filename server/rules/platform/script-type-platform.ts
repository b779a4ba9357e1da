import { child, type Pointer, parent, valueAt } from '../../../schemas/pointer.ts';
import { actionsOf } from '../../domain/actions.ts';
import { scriptText } from '../../domain/script-text.ts';
import { fieldName, shown } from '../../words.ts';
import { faultsOf } from '../actions/script-encoding.ts';
import type { Finding, Rule } from '../rule.ts';

const scriptTypePlatform: Rule = {
  code: 'script-type-platform',
  severity: 'warning',
  title: 'The script is in a language that the platform does not run',
  why: 'PowerShell scripts run on Windows machines, shell scripts on Linux machines; the other way round the action fails.',
  source: 'release notes',
  check: ({ value }) => {
    const right = typeof value.platform === 'string' ? LANGUAGES.get(value.platform) : undefined;
    if (right === undefined) return [];
    return actionsOf(value).flatMap(({ value: action, at: place }) =>
      ['scriptType', 'detectionScriptType'].flatMap((key): Finding[] => {
        const type = action[key];
        if ((type !== 'ps' && type !== 'sh') || type === right) return [];
        const at = child(place, key);
        const message = `${fieldName(at)} is ${shown(type)} (${NAMES[type]}), but platform is ${shown(value.platform)}, whose machines run "${right}".`;
        return [{ at, part: 'value', message, to: right }];
      }),
    );
  },
  fix: ({ at, to }, { value }) => {
    if (to === undefined || (to === 'sh' && isWrittenForWindows(valueAt(value, scriptOf(at))))) return [];
    return [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }];
  },
};
export default scriptTypePlatform;

const LANGUAGES = new Map<string, 'ps' | 'sh'>([
  ['Windows', 'ps'],
  ['Linux', 'sh'],
]);

const NAMES = { ps: 'PowerShell', sh: 'shell' };

/** The script whose type stands at a pointer. */
function scriptOf(type: Pointer): Pointer {
  return type.endsWith('/scriptType') ? child(parent(type), 'script') : child(parent(type), 'detectionScript');
}

/** A text with the line ends of Windows is a PowerShell script more likely than a shell script. */
function isWrittenForWindows(field: unknown): boolean {
  const script = typeof field === 'string' && field !== '' ? scriptText(field) : undefined;
  return script !== undefined && faultsOf(script, true).length > 0 && faultsOf(script, false).length === 0;
}
