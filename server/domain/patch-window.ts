import type { Json, JsonObject } from '../../schemas/json.ts';
import { isUpdate } from './update.ts';

/**
 * The longest spread of the downloads that a job's patch window leaves room for, in the spread's own unit: it is less than the
 * window. Undefined where there is no window, or the file does not say what the platform holds. `timeout` is the window's length.
 */
export function longestSpread(job: JsonObject, timeout: Json | undefined): number | undefined {
  const window = MINUTES.get(job.timeoutUnit);
  // A create without it gets MINUTES (release notes); an update keeps what the platform has.
  const unit = MINUTES.get(job.downloadRandomizeTimeUnit ?? (isUpdate(job) ? undefined : 'MINUTES'));
  if (window === undefined || unit === undefined || typeof timeout !== 'number' || timeout < 1) return undefined;
  return Math.ceil((timeout * window) / unit) - 1;
}

const MINUTES: ReadonlyMap<Json | undefined, number> = new Map([
  ['HOURS', 60],
  ['MINUTES', 1],
]);
