import type { Outcome } from './outcome.ts';

export function describeOutcome(outcome: Outcome): string {
  return outcome.kind;
}
