import { type Confirmation, type ConfirmedPlan, confirmPlan, type Refusal } from '../plan/confirm.ts';
import type { Plan } from '../plan/plan.ts';
import { progressOf } from '../push/ending.ts';
import type { Outcome } from '../push/outcome.ts';
import { push } from '../push/push.ts';
import type { PushDependencies } from '../push/request.ts';
import { bounded } from './bounded.ts';
import { isSubscriptionKnown, withLearnedSubscription } from './learned-subscription.ts';
import { type Entry, type SeveralFile, type SeveralPlan, sendingOrder } from './several.ts';

/** A plan for several files that somebody saw and agreed to as a whole. */
export interface ConfirmedSeveral {
  kind: 'confirmed';
  entries: readonly Entry[];
  /** By the index of their entries. */
  confirmed: ReadonlyMap<number, ConfirmedPlan>;
  by: Confirmation;
}

/** One word for all: every plan goes to the same platform, and a protected one wants its name typed once. */
export function confirmSeveral({ entries }: SeveralPlan, by: Confirmation): ConfirmedSeveral | Refusal {
  const confirmed = new Map<number, ConfirmedPlan>();
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'plan') continue;
    const one = confirmPlan(entry.plan, by);
    if (one.kind !== 'confirmed') return one;
    confirmed.set(index, one);
  }
  return { kind: 'confirmed', entries, confirmed, by };
}

/** Files that are written at the same time: few, as a platform that refuses a write for the rate is not asked again. */
const AT_ONCE = 2;

/**
 * Sends what was confirmed, each file as `push` does, a linked job before those that wait for it: when its push does not
 * go through, theirs are not sent. Cancelling leaves out what was not sent yet and waits for what was. The outcomes are
 * in the order of the entries; `ended` is told of each as soon as it is known.
 */
export async function pushSeveral(
  { entries, confirmed, by }: ConfirmedSeveral,
  signal: AbortSignal,
  ended: (file: SeveralFile, outcome: Outcome) => void = () => undefined,
): Promise<Outcome[]> {
  // The first job of an empty subscription is waited for: the others learn from it which one it is.
  const isKnown = [...confirmed.values()].every(({ plan }) => isSubscriptionKnown(plan));
  const place = bounded(isKnown ? AT_ONCE : 1);
  const running = new Map<number, Promise<Outcome>>();
  const outcomeOf = async (entry: Entry, index: number): Promise<Outcome> => {
    if (entry.kind === 'stopped') return entry.outcome;
    const stopped = await stoppedBy(entry, entries, running);
    const plan = confirmed.get(index);
    if (stopped !== undefined) return stopped;
    if (plan === undefined) return cancelled(entry.plan);
    return place(async () =>
      pushUncut(await withLearnedSubscription(entry.file, plan, by, signal), entry.file.dependencies, signal),
    );
  };
  for (const index of sendingOrder(entries)) {
    const entry = entries[index];
    if (entry === undefined) continue;
    running.set(
      index,
      outcomeOf(entry, index).then((outcome) => {
        if (entry.kind === 'plan') ended(entry.file, outcome);
        return outcome;
      }),
    );
  }
  const outcomes: Outcome[] = [];
  for (const [index, outcome] of running) outcomes[index] = await outcome;
  return outcomes.map((outcome, index) => withNewParent(outcome, entries[index], outcomes));
}

/** What the person is told of each file when they agreed to nothing. */
export function cancelSeveral({ entries }: SeveralPlan): Outcome[] {
  return entries.map((entry) => (entry.kind === 'plan' ? cancelled(entry.plan) : entry.outcome));
}

/** The outcome of a file whose linked job did not go through. */
async function stoppedBy(
  { plan, after }: Extract<Entry, { kind: 'plan' }>,
  entries: readonly Entry[],
  running: ReadonlyMap<number, Promise<Outcome>>,
): Promise<Outcome | undefined> {
  const parent = after === undefined ? undefined : await running.get(after);
  if (after === undefined || parent === undefined) return undefined;
  switch (parent.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
      return undefined;
    case 'cancelled':
      return cancelled(plan);
    default: {
      const file = entries[after]?.file.name ?? parent.path;
      return { ...progressOf(plan), kind: 'failed', failure: { kind: 'parent-not-pushed', file } };
    }
  }
}

/** Cancelling ends it as long as nothing is sent; what is sent is waited for, so that nothing stays unknown for that. */
async function pushUncut(plan: ConfirmedPlan, dependencies: PushDependencies, signal: AbortSignal): Promise<Outcome> {
  const own = new AbortController();
  const cut = () => own.abort(signal.reason);
  if (signal.aborted) cut();
  signal.addEventListener('abort', cut);
  try {
    const uncut: PushDependencies = {
      ...dependencies,
      progress(step) {
        if (step === 'sending') signal.removeEventListener('abort', cut);
        dependencies.progress(step);
      },
    };
    return await push(plan, uncut, own.signal);
  } finally {
    signal.removeEventListener('abort', cut);
  }
}

/** A file that waits for the id of a new job is told it. */
function withNewParent(outcome: Outcome, entry: Entry | undefined, outcomes: readonly Outcome[]): Outcome {
  if (entry?.kind !== 'stopped' || entry.lacksIdOf === undefined || outcome.kind !== 'failed') return outcome;
  const parent = outcomes[entry.lacksIdOf];
  const { failure } = outcome;
  if (parent?.kind !== 'created' || (failure.kind !== 'parent-created' && failure.kind !== 'parent-elsewhere'))
    return outcome;
  return { ...outcome, failure: { ...failure, here: parent.id } };
}

function cancelled(plan: Plan): Outcome {
  return { ...progressOf(plan), kind: 'cancelled' };
}
