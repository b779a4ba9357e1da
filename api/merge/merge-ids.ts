import type { Json } from '../../schemas/json.ts';
import { isEqual } from '../plan/diff.ts';
import { KEPT, type MergedItem, type MergedValue, type Sides } from './merged.ts';

interface IdSight {
  file: Json | undefined;
  server: Json | undefined;
  base: Json | undefined | 'unknown';
  told: Sides;
}

/**
 * Lists of ids are sets: what the server lost goes, what it won is added behind, the file's order stays. Clearing a list
 * is a word of its own: where one side cleared it and the other changed it, a person chooses.
 */
export function mergeIds(ours: Json, theirs: Json | undefined, { file, server, base, told }: IdSight): MergedValue {
  const before = base === 'unknown' ? undefined : idsIn(base);
  const [mine, there, written, answered] = [idsIn(file), idsIn(server), idsIn(ours), idsIn(theirs)];
  const isFilesOwn = base !== 'unknown' && isEqual(file, base);
  const clears = !isFilesOwn && (mine?.length === 0 || there?.length === 0);
  if (before === undefined || there === undefined || written === undefined || answered === undefined || clears)
    return {
      kind: 'choose',
      ours: KEPT,
      theirs: { kind: 'take', value: theirs ?? null, sides: told },
      sides: told,
    };
  // A list of nothing has no layout of its own to keep.
  if (written.length === 0 || there.length === 0) return { kind: 'take', value: theirs ?? null, sides: told };
  const [then, now, here] = [new Set(before), new Set(there), new Set(written.map(lower))];
  const gone = new Set(before.filter((id) => !now.has(id)));
  const won = new Set(there.filter((id) => !then.has(id) && !here.has(id)));
  const kept = written.flatMap((id, index): MergedItem[] =>
    gone.has(lower(id)) ? [] : [{ from: 'file', index, value: KEPT, on: 'both', sides: told }],
  );
  const added = answered.flatMap((value): MergedItem[] =>
    won.delete(lower(value)) ? [{ from: 'server', value, on: 'both', sides: told }] : [],
  );
  if (added.length === 0 && kept.length === written.length) return KEPT;
  return { kind: 'list', items: [...kept, ...added], removed: [], sides: told };
}

/** Undefined for what is no list of ids; what says nothing is an empty one. */
function idsIn(value: Json | undefined): string[] | undefined {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) && value.every((id) => typeof id === 'string') ? value : undefined;
}

function lower(id: string): string {
  return id.toLowerCase();
}
