/** Time as the engine knows it; tests hand in their own. */
export interface Clock {
  now(): Date;
  /** Seconds that this machine has run, asleep or not: unlike `now`, nobody sets it. */
  uptime(): number;
  /** Waits that many milliseconds, or rejects with the signal's reason. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
