import { ApiError } from '../../api/failure.ts';
import type { Named } from '../../api/names/names.ts';
import { readCatalogue, readJobNames } from '../../api/names/read-names.ts';
import type { JobSummary } from '../../api/operations/list-jobs.ts';
import { readJob } from '../../api/operations/read-job.ts';
import type { Session } from '../../api/session.ts';
import { StateError } from '../../api/state-error.ts';
import type { JsonObject } from '../../schemas/json.ts';

const MINUTE = 60_000;
const JOBS_HOLD = 10 * MINUTE;
const CATALOGUE_HOLDS = 60 * MINUTE;
const WAIT_AFTER_FAILURE = 5 * MINUTE;

interface Kept<Value> {
  value: Value;
  read: number;
  epoch: number;
}

/** What is needed to read names. */
export interface NameReading {
  now(): number;
  /** Another number whenever jobs may have changed: something was sent. */
  epoch(): number;
  signal: AbortSignal;
  /** Something could not be read. */
  failed(error: ApiError | StateError): void;
}

/**
 * The names of one platform, as they were read with one session. A sign-in that is refused is not tried again: an account
 * must not be locked by what nobody asked for.
 */
export class NamesOfSession {
  readonly #session: Session;
  readonly #reading: NameReading;
  readonly #whole = new Map<string, Kept<JsonObject | null>>();
  #jobs: Kept<{ jobs: readonly JobSummary[]; named: readonly Named[] }> | undefined;
  #catalogue: Kept<readonly Named[]> | undefined;
  #underWay: Promise<void> | undefined;
  #restsUntil = 0;
  #edition = 0;

  constructor(session: Session, reading: NameReading) {
    this.#session = session;
    this.#reading = reading;
  }

  /** Differs when what is known does. */
  get edition(): number {
    return this.#edition;
  }

  get jobs(): readonly JobSummary[] {
    return this.#jobs?.value.jobs ?? [];
  }

  get named(): readonly Named[] {
    return [...(this.#jobs?.value.named ?? []), ...(this.#catalogue?.value ?? [])];
  }

  /** A job as the platform has it; null when it has none; undefined when that is not known. */
  whole(id: string): JsonObject | null | undefined {
    return this.#whole.get(id)?.value;
  }

  /** Reads what is old or lacks, one after another. What the platform refuses is told to `failed`, not thrown. */
  async refresh(wanted: readonly string[]): Promise<void> {
    while (this.#underWay !== undefined) await this.#underWay.catch(() => undefined);
    this.#underWay = this.#refreshOnce(wanted).finally(() => {
      this.#underWay = undefined;
    });
    await this.#underWay;
  }

  async #refreshOnce(wanted: readonly string[]): Promise<void> {
    if (this.#reading.now() < this.#restsUntil) return;
    try {
      if (this.#isOldJob(this.#jobs)) {
        this.#jobs = this.#keep(await readJobNames(this.#session, this.#reading.signal));
        this.#edition++;
      }
      if (this.#isOld(this.#catalogue, CATALOGUE_HOLDS)) {
        const { signal, failed } = this.#reading;
        this.#catalogue = this.#keep(await readCatalogue(this.#session, signal, failed));
        this.#edition++;
      }
      for (const id of wanted)
        if (this.#isOldJob(this.#whole.get(id))) this.#whole.set(id, this.#keep(await this.#readWhole(id)));
    } catch (error) {
      this.#rest(error);
    }
  }

  async #readWhole(id: string): Promise<JsonObject | null> {
    try {
      return await readJob(this.#session, id, this.#reading.signal);
    } catch (error) {
      if (error instanceof ApiError && error.failure.kind === 'not-found') return null;
      throw error;
    }
  }

  #keep<Value>(value: Value): Kept<Value> {
    return { value, read: this.#reading.now(), epoch: this.#reading.epoch() };
  }

  #isOldJob(kept: Kept<unknown> | undefined): boolean {
    return this.#isOld(kept, JOBS_HOLD) || kept?.epoch !== this.#reading.epoch();
  }

  #isOld(kept: Kept<unknown> | undefined, holds: number): boolean {
    return kept === undefined || this.#reading.now() - kept.read >= holds;
  }

  #rest(error: unknown): void {
    const isPassing = error instanceof ApiError && !REFUSALS.includes(error.failure.kind);
    this.#restsUntil = isPassing ? this.#reading.now() + WAIT_AFTER_FAILURE : Number.POSITIVE_INFINITY;
    if (!(error instanceof ApiError || error instanceof StateError)) throw error;
    this.#reading.failed(error);
  }
}

const REFUSALS: readonly string[] = ['unauthorised', 'token-expired', 'forbidden'];
