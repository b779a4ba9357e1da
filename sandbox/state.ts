import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../schemas/json.ts';
import { applicableAssets, type Catalogue } from './catalogue.ts';
import { type StoredJob, stamp, storedJob, type User } from './job/fields.ts';

/** Where a state goes after every change; it throws when it could not keep it, and then the change did not happen. */
export type KeepJobs = (jobs: readonly StoredJob[]) => void;

/** The jobs of one sandbox, in the order in which they were created. Ids are found in either case. */
export class SandboxState {
  readonly catalogue: Catalogue;
  readonly #keep: KeepJobs;
  readonly #now: () => Date;
  #jobs: ReadonlyMap<string, StoredJob>;

  constructor(catalogue: Catalogue, jobs: readonly StoredJob[], keep: KeepJobs, now: () => Date) {
    this.catalogue = catalogue;
    this.#keep = keep;
    this.#now = now;
    this.#jobs = byId(jobs);
  }

  all(): StoredJob[] {
    return [...this.#jobs.values()];
  }

  find(id: string): StoredJob | undefined {
    return this.#jobs.get(id.toLowerCase());
  }

  countChildren(id: string): number {
    return this.all().filter((job) => sameId(job.linkedJobId, id)).length;
  }

  /** Makes a job of a readable body. */
  create(body: JsonObject, by: User): StoredJob {
    return this.#store(body, randomUUID(), null, by);
  }

  /** Makes the job anew from a readable body; what the body leaves out is lost. */
  update(before: StoredJob, body: JsonObject, by: User): StoredJob {
    return this.#store(body, before.id, before, by);
  }

  /** Changes single fields and keeps the rest, as a person does who works in the web interface. */
  change(before: StoredJob, fields: JsonObject, by: User): StoredJob {
    return this.#store({ ...before, ...fields }, before.id, before, by);
  }

  setStatus(before: StoredJob, status: string, by: User): void {
    this.#commit(
      new Map(this.#jobs).set(before.id.toLowerCase(), { ...before, status, updatedBy: stamp(by, this.#now()) }),
    );
  }

  delete(job: StoredJob): void {
    const jobs = new Map(this.#jobs);
    jobs.delete(job.id.toLowerCase());
    this.#commit(jobs);
  }

  #store(body: JsonObject, id: string, before: StoredJob | null, by: User): StoredJob {
    const { customerId } = this.catalogue;
    const applicableAssetCount = applicableAssets(this.catalogue, body);
    const job = storedJob({ body, id, customerId, before, by, now: this.#now(), applicableAssetCount });
    this.#commit(new Map(this.#jobs).set(id.toLowerCase(), job));
    return job;
  }

  #commit(jobs: ReadonlyMap<string, StoredJob>): void {
    this.#keep([...jobs.values()]);
    this.#jobs = jobs;
  }
}

function byId(jobs: readonly StoredJob[]): Map<string, StoredJob> {
  return new Map(jobs.map((job) => [job.id.toLowerCase(), job]));
}

function sameId(left: unknown, right: string): boolean {
  return typeof left === 'string' && left !== '' && left.toLowerCase() === right.toLowerCase();
}
