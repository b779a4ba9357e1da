import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { type Pointer, parent, segments, valueAt } from '../../schemas/pointer.ts';
import { readStart } from '../domain/start-date-time.ts';
import type { ShapeProblem } from '../schema/shape-problem.ts';

/**
 * A job as the repair of its spelling would leave it: "windows" as "Windows", "500" as 500, a start of 24 hours as one of 12. What
 * the rules have to say of that is said before the repair, not uncovered by it. The job itself where nothing is misspelt.
 */
export function asMeant(job: JsonObject, shape: readonly ShapeProblem[]): JsonObject {
  const spellings = [...spellingsIn(shape), ...spellingOfStart(job)];
  if (spellings.length === 0) return job;
  const meant: JsonObject = { ...job };
  const own = new Set<string>();
  for (const { at, value } of spellings) {
    const [key = ''] = segments(at);
    if (!own.has(key)) meant[key] = structuredClone(meant[key] ?? null);
    own.add(key);
    put(meant, at, value);
  }
  return meant;
}

interface Spelling {
  at: Pointer;
  value: Json;
}

function spellingsIn(shape: readonly ShapeProblem[]): Spelling[] {
  return shape.flatMap((problem) =>
    isMisspelt(problem) && problem.nearest !== undefined ? [{ at: problem.pointer, value: problem.nearest }] : [],
  );
}

/** Whether a problem is one of spelling: its value, or the type of it. */
export function isMisspelt(problem: ShapeProblem): problem is Extract<ShapeProblem, { kind: 'value' | 'type' }> {
  return problem.kind === 'value' || problem.kind === 'type';
}

function spellingOfStart({ startDateTime }: JsonObject): Spelling[] {
  const reading = typeof startDateTime === 'string' ? readStart(startDateTime) : undefined;
  return reading?.kind === 'wrong' && reading.right !== undefined
    ? [{ at: '/startDateTime', value: reading.right }]
    : [];
}

function put(root: JsonObject, at: Pointer, value: Json): void {
  const holder = valueAt(root, parent(at));
  const key = segments(at).at(-1) ?? '';
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else if (isObject(holder)) holder[key] = value;
}
