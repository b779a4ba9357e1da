import type { Json } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';
import type { Job } from './rule.ts';

/**
 * Reads a value as the repair of its spelling would leave it: "windows" as "Windows". What a rule that reads like
 * this has to say is said before that repair, not uncovered by it.
 */
export function meantBy({ shape }: Job): (at: Pointer, value: Json | undefined) => Json | undefined {
  const nearest = new Map<Pointer, Json>();
  for (const problem of shape) {
    if (problem.kind === 'value' && problem.nearest !== undefined) nearest.set(problem.pointer, problem.nearest);
  }
  return (at, value) => nearest.get(at) ?? value;
}
