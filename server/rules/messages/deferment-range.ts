import { isObject } from '../../../schemas/json.ts';
import { child, valueAt } from '../../../schemas/pointer.ts';
import { fieldName, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const defermentRange: Rule = {
  code: 'deferment-range',
  severity: 'warning',
  title: 'A deferment that nobody can take',
  why: 'A deferment lets the people at the machines put something off so many times, for so long each time; neither can be less than one, or a fraction.',
  source: 'inferred',
  check: ({ value }) =>
    DEFERMENTS.flatMap((at) => {
      const deferment = valueAt(value, at);
      if (!isObject(deferment)) return [];
      return MEANINGS.flatMap(({ key, meaning }): Finding[] => {
        const found = deferment[key];
        if (typeof found !== 'number' || (Number.isInteger(found) && found >= 1)) return [];
        const place = child(at, key);
        const message = `${fieldName(place)} is ${shown(found)}; it must be a whole number of at least 1, ${meaning}.`;
        return [{ at: place, part: 'value', message }];
      });
    }),
};
export default defermentRange;

const DEFERMENTS = ['/preDeployment/deferment', '/postDeployment/rebootOption/deferment'] as const;

const MEANINGS = [
  { key: 'count', meaning: 'how many times it may be put off' },
  { key: 'interval', meaning: 'for how long each time, in intervalUnit' },
] as const;
