import type { StateFailure } from './push/outcome.ts';

/** Thrown when the state in `.pmjob/`, or what the platform turned out to be, stops a push before anything is sent. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly failure: StateFailure;

  constructor(failure: StateFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}
