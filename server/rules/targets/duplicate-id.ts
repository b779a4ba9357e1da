import { child } from '../../../schemas/pointer.ts';
import { isUuid } from '../../../schemas/uuid.ts';
import { idLists } from '../../domain/id-lists.ts';
import { isPlaceholder } from '../../domain/placeholder.ts';
import { fieldName, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'warning',
  title: 'The same id stands twice in one list',
  why: 'Twice is once: the list names fewer things than it seems to, and often another id was meant.',
  source: 'inferred',
  check: (job) =>
    idLists(job.value).flatMap(({ at: list, ids }) =>
      job.idsOf(ids).repeated.flatMap(({ index, first }): Finding[] => {
        const id = ids[index];
        if (typeof id !== 'string' || !isUuid(id) || isPlaceholder(id)) return [];
        const at = child(list, index);
        const before = child(list, first);
        const message = `${fieldName(at)} is ${shown(id)}, which ${fieldName(before)} is already: remove one of them.`;
        return [
          { at, part: 'value', message, related: [{ at: before, part: 'value', message: 'The first one is here.' }] },
        ];
      }),
    ),
  fix: ({ at }) => [{ title: 'Remove the later one', safe: true, operations: [{ remove: at }] }],
};
export default duplicateId;
