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
    const noteRow = (): void => {
      reads.row = true;
    };
    const noteKey = (key: string): void => {
      reads.keys.add(key);
    };
    this.value = watched(job.value, noteKey, noteRow);
    this.written = job.written === job.value ? this.value : watched(job.written, noteKey, noteRow);
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
  return watched(facts, note, note);
}

function watched<T extends object>(value: T, noteKey: (key: string) => void, noteRow: () => void): T {
  const noted = <R>(key: string | symbol, read: () => R): R => {
    if (typeof key === 'string') noteKey(key);
    return read();
  };
  return new Proxy(value, {
    get: (target, key) => noted(key, () => Reflect.get(target, key)),
    has: (target, key) => noted(key, () => Reflect.has(target, key)),
    getOwnPropertyDescriptor: (target, key) => noted(key, () => Reflect.getOwnPropertyDescriptor(target, key)),
    ownKeys(target) {
      noteRow();
      return Reflect.ownKeys(target);
    },
  });
}
