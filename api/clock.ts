/** Time as the engine knows it; tests hand in their own. */
export interface Clock {
  now(): Date;
  /** Waits that many milliseconds, or rejects with the signal's reason. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
