import { ApiError } from '../../api/failure.ts';
import { describeFailure } from '../../api/failure-text.ts';
import type { Pulled } from '../../api/pull.ts';
import { Stopped } from '../stopped.ts';

/** What went wrong with a pull, as a command tells it: nothing of what the person cancelled. */
export function pullFailure({ failure }: Pulled & { kind: 'failed' }): Error {
  return failure.kind === 'cancelled' ? new ApiError(failure) : new Stopped(describeFailure(failure));
}
