import { child } from '../../../schemas/pointer.ts';
import type { Operation } from '../../document/edit.ts';
import { actionsOf } from '../../domain/actions.ts';
import { fieldName, shown } from '../../words.ts';
import scriptEncoding from '../actions/script-encoding.ts';
import { addsFinding } from '../adds-finding.ts';
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
  fix: ({ at, to }, job, facts) => {
    if (to === undefined) return [];
    const operations: Operation[] = [{ set: at, value: to }];
    // A text with the line ends of Windows is a PowerShell script more likely than a shell script.
    if (addsFinding(job, operations, (one) => scriptEncoding.check(one, facts).map(() => scriptEncoding.code)))
      return [];
    return [{ title: `Replace with ${shown(to)}`, safe: false, operations }];
  },
};
export default scriptTypePlatform;

const LANGUAGES = new Map<string, 'ps' | 'sh'>([
  ['Windows', 'ps'],
  ['Linux', 'sh'],
]);

const NAMES = { ps: 'PowerShell', sh: 'shell' };
