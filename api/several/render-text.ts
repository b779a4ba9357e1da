import { renderPlan } from '../plan/render-text.ts';
import { nameTarget } from '../plan/target-text.ts';
import { describeOutcome } from '../push/outcome-text.ts';
import { kindsOf, sayCount } from './count.ts';
import { type Entry, type SeveralPlan, sendingOrder } from './several.ts';

/**
 * A plan for several files as plain lines: where to and how many of what, which start at once, then each file in the
 * order in which they are sent, as in `renderPlan`; after them what is unchanged or stopped, each with why.
 */
export function renderSeveral(plan: SeveralPlan): string[] {
  const ordered = sendingOrder(plan.entries).flatMap((index) => plan.entries[index] ?? []);
  return [
    ...renderHeading(plan),
    ...ordered.flatMap((entry) => {
      if (entry.kind !== 'plan') return [];
      const { file } = entry;
      const after = entry.after === undefined ? undefined : plan.entries[entry.after]?.file.name;
      return [
        '',
        ...renderPlan({ ...entry.plan, file: { ...entry.plan.file, path: file.name } }),
        ...(after === undefined
          ? []
          : [`  Sent after ${after}, which its job is linked to, and only when that went through.`]),
      ];
    }),
    ...listed(plan.entries, (kind) => kind === 'unchanged'),
    ...listed(plan.entries, (kind) => kind !== 'unchanged'),
  ];
}

/** The first lines: how many of what, where to, and what starts machines at once. */
function renderHeading(plan: SeveralPlan): string[] {
  const plans = plan.entries.flatMap((entry) => (entry.kind === 'plan' ? [entry] : []));
  const target = plans[0]?.plan.target ?? plan.entries.flatMap(targetOf)[0];
  const customer = target?.customerId === undefined ? '' : `, subscription ${target.customerId}`;
  const where = target === undefined ? '' : ` on ${nameTarget(target)}${customer}`;
  const atOnce = plans.filter(({ plan }) => plan.startsAtOnce).map(({ file }) => file.name);
  return [
    `${plan.entries.length} files${where}: ${sayCount(kindsOf(plan))}`,
    ...(atOnce.length === 0
      ? []
      : [`  ! On-demand and enabled, so they start at once when they are sent: ${atOnce.join(', ')}`]),
  ];
}

function targetOf(entry: Entry) {
  const target = entry.kind === 'plan' ? entry.plan.target : entry.outcome.target;
  return target === undefined ? [] : [target];
}

function listed(entries: readonly Entry[], isListed: (kind: string) => boolean): string[] {
  const lines = entries.flatMap((entry) =>
    entry.kind === 'stopped' && isListed(entry.outcome.kind)
      ? [describeOutcome({ ...entry.outcome, path: entry.file.name })]
      : [],
  );
  return lines.length === 0 ? [] : ['', ...lines];
}
