import { ApiError } from '../failure.ts';
import type { Change, Note, Plan } from '../plan/plan.ts';
import type { JobId, Target } from '../platform.ts';
import { StateError } from '../state-error.ts';
import type { Outcome } from './outcome.ts';

/** What every outcome tells, as far as the push has come. */
export interface Progress {
  path: string;
  target?: Target;
  id?: JobId;
  changes: Change[];
  notes: Note[];
}

/** As far as a push has come that has its plan. */
export function progressOf(plan: Plan): Progress {
  const { target, changes } = plan;
  const id = plan.id === undefined ? {} : { id: plan.id };
  return { path: plan.file.path, target, ...id, changes, notes: [...plan.notes] };
}

/**
 * The outcome of a push that ended by an error before anything was sent: `cancelled` or `failed`. What is neither the
 * platform's nor the state's is a mistake of ours and goes on up.
 */
export function nothingSent(error: unknown, progress: Progress, signal: AbortSignal): Outcome {
  if (signal.aborted || (error instanceof ApiError && error.failure.kind === 'cancelled'))
    return { ...progress, kind: 'cancelled' };
  if (error instanceof ApiError || error instanceof StateError)
    return { ...progress, kind: 'failed', failure: error.failure };
  return { ...progress, kind: 'failed', failure: { kind: 'state-not-written', path: '.pmjob', cause: causeOf(error) } };
}

/**
 * What the disk refuses does not change how a request ended: it is told once as a note, of `what`. False when it refused; what
 * is no refusal of the disk is thrown again.
 */
export async function tryToKeep(
  what: 'push' | 'attempt',
  { notes }: Pick<Progress, 'notes'>,
  write: () => Promise<void>,
): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    const again = what === 'push' ? 'push the file again' : 'do it again';
    const message = `What happened could not be stored in .pmjob (${causeOf(error)}). Check the folder's rights and the space on the disk, then ${again}: that finds out what is there and stores it.`;
    if (!notes.some(({ code }) => code === 'not-recorded')) notes.push({ code: 'not-recorded', message });
    return false;
  }
}

/** The system's code for a file that could not be read or written, e.g. EACCES. Anything else is thrown again. */
export function causeOf(error: unknown): string {
  if (error instanceof StateError) return error.failure.kind;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
