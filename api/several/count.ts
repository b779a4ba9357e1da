import type { Plan } from '../plan/plan.ts';
import type { Outcome } from '../push/outcome.ts';
import type { SeveralPlan } from './several.ts';

/** What a file of several is counted as, in the order in which the counts are told. */
const KINDS = [
  'to create',
  'to update',
  'created',
  'updated',
  'unchanged',
  /** Nothing was sent, because of the file, of what it would change, or of what else was pushed. */
  'stopped',
  'rejected',
  'unknown',
  'cancelled',
] as const;

export type CountedKind = (typeof KINDS)[number];

export function kindOfPlan({ action }: Plan): CountedKind {
  return `to ${action}`;
}

export function kindOfOutcome({ kind }: Outcome): CountedKind {
  return kind === 'invalid' || kind === 'failed' || kind === 'conflict' ? 'stopped' : kind;
}

export function kindsOf({ entries }: SeveralPlan): CountedKind[] {
  return entries.map((entry) => (entry.kind === 'plan' ? kindOfPlan(entry.plan) : kindOfOutcome(entry.outcome)));
}

/** How many there are of each kind; those of which there is none are left out. */
export function counted(kinds: readonly CountedKind[]): { kind: CountedKind; count: number }[] {
  return KINDS.map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length })).filter(
    ({ count }) => count > 0,
  );
}

/** `3 created, 1 updated, 2 unchanged, 1 stopped` */
export function sayCount(kinds: readonly CountedKind[]): string {
  return counted(kinds)
    .map(({ kind, count }) => `${count} ${kind}`)
    .join(', ');
}
