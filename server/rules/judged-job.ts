import type { Json, JsonObject } from '../../schemas/json.ts';
import { once } from '../document/once.ts';
import { type KnownIds, knownIds } from '../domain/known-ids.ts';
import type { ShapeProblem } from '../schema/shape-problem.ts';
import type { Job } from './rule.ts';

/** A job as the rules see it; `shape`, what the schema says of it, is asked for once, when first needed. */
export function judgedJob(value: JsonObject, shape: () => readonly ShapeProblem[]): Job {
  return new JudgedJob(value, shape);
}

class JudgedJob implements Job {
  readonly value: JsonObject;
  readonly #shape: () => readonly ShapeProblem[];
  readonly #ids = new Map<readonly Json[], KnownIds>();

  constructor(value: JsonObject, shape: () => readonly ShapeProblem[]) {
    this.value = value;
    this.#shape = once(shape);
  }

  get shape(): readonly ShapeProblem[] {
    return this.#shape();
  }

  idsOf(list: readonly Json[]): KnownIds {
    const known = this.#ids.get(list) ?? knownIds(list);
    this.#ids.set(list, known);
    return known;
  }
}
