import type { JsonObject } from '../../../schemas/json.ts';
import { queryOf } from '../../domain/query.ts';
import { counted, joined } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const patchSourceConflict: Rule = {
  code: 'patch-source-conflict',
  severity: 'warning',
  title: 'The patches come from more than one place',
  why: 'The interface lets a job have a patch list, a query or the patches of a linked job, and only one of them.',
  source: 'user interface',
  check: ({ value }) => {
    const sources = sourcesOf(value);
    const [first, second, ...others] = sources;
    if (first === undefined || second === undefined) return [];
    const words = joined(
      sources.map(({ words }) => words),
      'and',
    );
    return [
      {
        at: `/${second.key}`,
        part: 'key',
        message: `The patches of this job come from ${sources.length} places: ${words}. Keep one.`,
        related: [first, ...others].map(({ key }) => ({
          at: `/${key}`,
          part: 'key' as const,
          message: `${key} brings patches too.`,
        })),
      },
    ];
  },
};
export default patchSourceConflict;

function sourcesOf(job: JsonObject): { key: string; words: string }[] {
  const { approvedPatches: patches, linkedJobId, type } = job;
  // In a Rollback job the query is wrong whatever stands beside it, and `rollback-with-query` says so.
  const query = type === 'Rollback' ? undefined : queryOf(job);
  return [
    ...(Array.isArray(patches) && patches.length > 0
      ? [{ key: 'approvedPatches', words: `approvedPatches (${counted(patches.length, 'id')})` }]
      : []),
    ...(query === undefined ? [] : [{ key: query, words: `the query in ${query}` }]),
    ...(isAbsent(linkedJobId) ? [] : [{ key: 'linkedJobId', words: 'the job in linkedJobId' }]),
  ];
}
