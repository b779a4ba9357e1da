import { rootField } from '../../../schemas/fields.ts';
import { isUpdate, looksCopied } from '../../domain/update.ts';
import type { Rule } from '../rule.ts';

const nullClearsList: Rule = {
  code: 'null-clears-list',
  severity: 'information',
  title: 'Null clears a list',
  why: 'An update keeps what it leaves out; null is more than leaving out: the platform then empties the list.',
  source: 'official documentation',
  check: ({ value }) => {
    if (!isUpdate(value) || looksCopied(value)) return [];
    return CLEARED.filter((key) => value[key] === null).map((key) => ({
      at: `/${key}`,
      part: 'value',
      message: `${key} is null: this update clears the list on the platform. Leave the field out to keep what is there.`,
    }));
  },
};
export default nullClearsList;

const CLEARED = rootField.children
  .filter(({ types, serverSet }) => !serverSet && types.includes('array') && types.includes('null'))
  .map(({ name }) => name);
