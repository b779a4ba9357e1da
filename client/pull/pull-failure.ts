import { ApiError } from '../../api/failure.ts';
import { describeFailure } from '../../api/failure-text.ts';
import type { Pulled } from '../../api/pull.ts';
import { Stopped } from '../stopped.ts';

/** What went wrong with a pull, as the guard of all commands tells it. */
export function pullFailure({ failure }: Pulled & { kind: 'failed' }): Error {
  return 'host' in failure ? new ApiError(failure) : new Stopped(describeFailure(failure));
}
