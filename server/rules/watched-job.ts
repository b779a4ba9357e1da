import type { Json, JsonObject } from '../../schemas/json.ts';
import type { KnownIds } from '../domain/known-ids.ts';
import type { Facts } from '../facts.ts';
import type { ShapeProblem } from '../schema/shape-problem.ts';
import type { Job } from './rule.ts';

/** What a rule has read, as coarse as the job's own keys. */
export interface Reads {
  /** Keys of the job that were asked for, be they there or not. */
  readonly keys: Set<string>;
  /** Which keys there are. */
  row: boolean;
  shape: boolean;
  facts: boolean;
}

export function noReads(): Reads {
  return { keys: new Set(), row: false, shape: false, facts: false };
}

/** The same job; what is read of it is noted. */
export function watchedJob(job: Job, reads: Reads): Job {
  return new WatchedJob(job, reads);
}

class WatchedJob implements Job {
  readonly value: JsonObject;
  readonly written: JsonObject;
  readonly #job: Job;
  readonly #reads: Reads;

  constructor(job: Job, reads: Reads) {
    this.#job = job;
    this.#reads = reads;
    const watch = new Watch<JsonObject>(
      (key) => reads.keys.add(key),
      () => {
        reads.row = true;
      },
    );
    this.value = new Proxy(job.value, watch);
    this.written = job.written === job.value ? this.value : new Proxy(job.written, watch);
  }

  get shape(): readonly ShapeProblem[] {
    this.#reads.shape = true;
    return this.#job.shape;
  }

  idsOf(list: readonly Json[]): KnownIds {
    return this.#job.idsOf(list);
  }
}

export function watchedFacts(facts: Facts, reads: Reads): Facts {
  const note = (): void => {
    reads.facts = true;
  };
  return new Proxy(facts, new Watch<Facts>(note, note));
}

/** Notes each question that is asked of an object: for every key that a rule reads, so that nothing is made for one of them. */
class Watch<T extends object> implements ProxyHandler<T> {
  readonly #noteKey: (key: string) => void;
  readonly #noteRow: () => void;

  constructor(noteKey: (key: string) => void, noteRow: () => void) {
    this.#noteKey = noteKey;
    this.#noteRow = noteRow;
  }

  get(target: T, key: string | symbol): unknown {
    if (typeof key === 'string') this.#noteKey(key);
    return Reflect.get(target, key);
  }

  has(target: T, key: string | symbol): boolean {
    if (typeof key === 'string') this.#noteKey(key);
    return Reflect.has(target, key);
  }

  getOwnPropertyDescriptor(target: T, key: string | symbol): PropertyDescriptor | undefined {
    if (typeof key === 'string') this.#noteKey(key);
    return Reflect.getOwnPropertyDescriptor(target, key);
  }

  ownKeys(target: T): (string | symbol)[] {
    this.#noteRow();
    return Reflect.ownKeys(target);
  }
}
