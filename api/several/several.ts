import type { Plan } from '../plan/plan.ts';
import type { Outcome } from '../push/outcome.ts';
import type { PushDependencies, PushRequest } from '../push/request.ts';
import { parentsFirst } from './chains.ts';

/** One of the files that are pushed together. */
export interface SeveralFile {
  /** As the person knows it. */
  name: string;
  /** The same for two names of one file alone: its address on the disk. */
  identity: string;
  request: PushRequest;
  dependencies: PushDependencies;
  /** The file cannot be pushed at all, as its bytes are no text. */
  unreadable?: Outcome;
}

/** What came of one of the files: a plan to be confirmed, or the outcome it ended with before there was one. */
export type Entry = { file: SeveralFile } & (
  | {
      kind: 'plan';
      plan: Plan;
      /** The index of the entry that is sent before this one, and without which this one is not sent. */
      after?: number;
    }
  | {
      kind: 'stopped';
      outcome: Outcome;
      /** The index of the entry whose create gives the id that this file lacks. */
      lacksIdOf?: number;
    }
);

/** One plan for many files. `entries` are in the order in which the files were given, each file once. */
export interface SeveralPlan {
  entries: readonly Entry[];
}

/** The plans that would be sent, in the order in which they would be. */
export function plansOf({ entries }: SeveralPlan): Plan[] {
  return sendingOrder(entries).flatMap((index) => {
    const entry = entries[index];
    return entry?.kind === 'plan' ? [entry.plan] : [];
  });
}

/** The indices of all entries, each after the one that it waits for. */
export function sendingOrder(entries: readonly Entry[]): number[] {
  return parentsFirst(entries.map((entry) => (entry.kind === 'plan' ? entry.after : undefined)));
}
