import { child } from '../../../schemas/pointer.ts';
import { isUuid } from '../../domain/hexadecimal.ts';
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
  check: ({ value }) => {
    const findings: Finding[] = [];
    for (const { at: list, ids } of idLists(value)) {
      const seen = new Map<string, number>();
      ids.forEach((id, index) => {
        if (typeof id !== 'string') return;
        const same = id.toLowerCase();
        const first = seen.get(same);
        if (first === undefined) seen.set(same, index);
        else if (isUuid(id) && !isPlaceholder(id)) {
          const at = child(list, index);
          const before = child(list, first);
          const message = `${fieldName(at)} is ${shown(id)}, which ${fieldName(before)} is already: remove one of them.`;
          const related = [{ at: before, part: 'value', message: 'The first one is here.' } as const];
          findings.push({ at, part: 'value', message, related });
        }
      });
    }
    return findings;
  },
  fix: ({ at }) => [{ title: 'Remove the later one', safe: true, operations: [{ remove: at }] }],
};
export default duplicateId;
