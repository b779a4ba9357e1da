import { isObject } from '../../../schemas/json.ts';
import { fieldName, shown } from '../../words.ts';
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
    return ['preDeployActions', 'postDeployActions'].flatMap((list) => {
      const actions = value[list];
      if (!Array.isArray(actions)) return [];
      return actions.flatMap((action, index) =>
        ['scriptType', 'detectionScriptType'].flatMap((key): Finding[] => {
          const type = isObject(action) ? action[key] : undefined;
          if ((type !== 'ps' && type !== 'sh') || type === right) return [];
          const at = `/${list}/${index}/${key}`;
          const message = `${fieldName(at)} is ${shown(type)} (${NAMES[type]}), but platform is ${shown(value.platform)}, whose machines run "${right}".`;
          return [{ at, part: 'value', message, to: right }];
        }),
      );
    });
  },
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default scriptTypePlatform;

const LANGUAGES = new Map<string, 'ps' | 'sh'>([
  ['Windows', 'ps'],
  ['Linux', 'sh'],
]);

const NAMES = { ps: 'PowerShell', sh: 'shell' };
