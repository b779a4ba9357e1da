import type { Json, JsonObject } from '../../schemas/json.ts';
import { once } from '../document/once.ts';
import { type KnownIds, knownIds } from '../domain/known-ids.ts';
import type { ShapeProblem } from '../schema/shape-problem.ts';
import { asMeant } from './meant.ts';
import type { Job } from './rule.ts';

/** A job as the rules see it; `shapeOf`, what the schema says of a job, is asked once, when first needed. */
export function judgedJob(written: JsonObject, shapeOf: (value: JsonObject) => readonly ShapeProblem[]): Job {
  return new JudgedJob(written, shapeOf);
}

class JudgedJob implements Job {
  readonly written: JsonObject;
  readonly #parts: () => Pick<Job, 'value' | 'shape'>;
  readonly #ids = new Map<readonly Json[], KnownIds>();

  constructor(written: JsonObject, shapeOf: (value: JsonObject) => readonly ShapeProblem[]) {
    this.written = written;
    this.#parts = once(() => {
      const shape = shapeOf(written);
      const value = asMeant(written, shape);
      return { value, shape: value === written ? shape : [...shape, ...beyond(shape, shapeOf(value))] };
    });
  }

  get value(): JsonObject {
    return this.#parts().value;
  }

  get shape(): readonly ShapeProblem[] {
    return this.#parts().shape;
  }

  idsOf(list: readonly Json[]): KnownIds {
    const known = this.#ids.get(list) ?? knownIds(list);
    this.#ids.set(list, known);
    return known;
  }
}

/** Those problems that are not among the ones before. */
function beyond(before: readonly ShapeProblem[], problems: readonly ShapeProblem[]): ShapeProblem[] {
  const name = (problem: ShapeProblem): string =>
    `${problem.kind} ${problem.kind === 'missing' ? problem.field : problem.pointer}`;
  const known = new Set(before.map(name));
  return problems.filter((problem) => !known.has(name(problem)));
}
