import { ApiError, type ApiFailure } from '../api/failure.ts';
import type { StateFailure } from '../api/push/outcome.ts';
import { StateError } from '../api/state-error.ts';

/** What the platform, the state in `.pmjob/` or the disk did to end a command; undefined for a mistake of ours. */
export function failureOf(error: unknown): ApiFailure | StateFailure | undefined {
  if (error instanceof ApiError || error instanceof StateError) return error.failure;
  if (!isOfTheDisk(error)) return undefined;
  // Not every call tells which file it was about; what a command reads and writes beside named files is there.
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '.pmjob';
  return { kind: 'state-not-written', path, cause: error.code };
}

/** A file of ours that the system did not let us read or write: nothing for a person to report, but to repair. */
function isOfTheDisk(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
