import { child } from '../../../schemas/pointer.ts';
import { actionsOf } from '../../domain/actions.ts';
import { readScript } from '../../domain/script.ts';
import { scriptText } from '../../domain/script-text.ts';
import { fieldName, shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Finding, Rule } from '../rule.ts';

const scriptEmpty: Rule = {
  code: 'script-empty',
  severity: 'warning',
  title: 'The script holds nothing but blanks',
  why: 'The action runs, does nothing and counts as a success.',
  source: 'inferred',
  before: ['script-encoding'],
  check: ({ value: job }) =>
    actionsOf(job).flatMap(({ value: action, at }) =>
      ['script', 'detectionScript'].flatMap((key): Finding[] => {
        const script = action[key];
        if (typeof script !== 'string' || script === '') return [];
        const blank = readScript(script).kind === 'blank';
        // The documentation prints a blank where it wants no script beside a ready-made one.
        if (blank && key === 'script' && !isAbsent(action.defaultScriptType)) return [];
        if (!blank && scriptText(script)?.text.trim() !== '') return [];
        const place = child(at, key);
        const what = blank ? 'blanks only' : 'which decodes to blanks only';
        const message = `${fieldName(place)} is ${shown(script)}, ${what}: it does nothing. Put the script here, or leave the field out.`;
        return [{ at: place, part: 'value', message }];
      }),
    ),
};
export default scriptEmpty;
