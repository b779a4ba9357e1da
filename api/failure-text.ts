import type { ApiFailure } from './failure.ts';
import type { StateFailure } from './push/outcome.ts';

export function describeFailure(failure: ApiFailure | StateFailure): string {
  return failure.kind;
}
