import { oneLine } from '../../api/plan/one-line.ts';
import type { Target } from '../../api/platform.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { type CountedKind, counted, kindsOf } from '../../api/several/count.ts';
import { type Entry, plansOf, type SeveralPlan, sendingOrder } from '../../api/several/several.ts';
import type { Question } from '../dialogs.ts';
import type { Localisation } from '../localisation.ts';

/** As many files as a dialog can show on a small screen. */
const LINES = 14;

/** What a person is asked before several files are sent: where to, how many of what, what starts at once, which files. */
export function severalQuestion(
  plan: SeveralPlan,
  target: Target,
  circumstances: { unsaved: number },
  l10n: Localisation,
): Question<'confirm' | 'show'> {
  const ordered = sendingOrder(plan.entries).flatMap((index) => plan.entries[index] ?? []);
  // What stops is read before what goes on, and what does not change last.
  const told = [...ordered].sort((one, other) => rank(one) - rank(other));
  const lines = told.slice(0, LINES).map((entry) => entryLine(entry, l10n));
  const hidden = told.length - lines.length;
  return {
    severity: 'warning',
    modal: true,
    message: severalTitle(plan, target, l10n),
    detail: [
      l10n.t('Platform: {0} at {1}', target.connection, target.host),
      target.customerId === undefined
        ? l10n.t('Subscription: not known, it has no jobs yet')
        : l10n.t('Subscription: {0}', target.customerId),
      ...(circumstances.unsaved === 0 ? [] : [unsavedLine(circumstances.unsaved, l10n)]),
      ...startLines(plan, l10n),
      '',
      sayCounts(kindsOf(plan), l10n),
      ...lines,
      ...(hidden > 0 ? [l10n.t('… and {0} more: “Show All Changes” lists them.', hidden)] : []),
    ].join('\n'),
    buttons: [
      { answer: 'confirm', label: deployLabel(plan, l10n) },
      { answer: 'show', label: l10n.t('Show All Changes') },
    ],
  };
}

function severalTitle(plan: SeveralPlan, { connection }: Target, l10n: Localisation): string {
  const files = plansOf(plan).length;
  return files === 1
    ? l10n.t('Deploy 1 file to {0}?', connection)
    : l10n.t('Deploy {0} files to {1}?', files, connection);
}

function deployLabel(plan: SeveralPlan, l10n: Localisation): string {
  const files = plansOf(plan).length;
  return files === 1 ? l10n.t('Deploy 1 File') : l10n.t('Deploy {0} Files', files);
}

/** `3 created, 1 updated, 2 unchanged, 1 stopped` */
export function sayCounts(kinds: readonly CountedKind[], l10n: Localisation): string {
  return counted(kinds)
    .map(({ kind, count }) => sayCounted(kind, count, l10n))
    .join(', ');
}

function sayCounted(kind: CountedKind, count: number, l10n: Localisation): string {
  switch (kind) {
    case 'to create':
      return l10n.t('{0} to create', count);
    case 'to update':
      return l10n.t('{0} to update', count);
    case 'created':
      return l10n.t('{0} created', count);
    case 'updated':
      return l10n.t('{0} updated', count);
    case 'unchanged':
      return l10n.t('{0} unchanged', count);
    case 'stopped':
      return l10n.t('{0} stopped', count);
    case 'rejected':
      return l10n.t('{0} rejected', count);
    case 'unknown':
      return l10n.t('{0} not known', count);
    case 'cancelled':
      return l10n.t('{0} cancelled', count);
  }
}

function unsavedLine(unsaved: number, l10n: Localisation): string {
  return unsaved === 1
    ? l10n.t('1 file has unsaved changes. It is saved before it is sent.')
    : l10n.t('{0} files have unsaved changes. They are saved before they are sent.', unsaved);
}

function startLines({ entries }: SeveralPlan, l10n: Localisation): string[] {
  const starting = entries.flatMap((entry) =>
    entry.kind === 'plan' && entry.plan.startsAtOnce ? [entry.file.name] : [],
  );
  if (starting.length === 0) return [];
  const shown = starting.slice(0, LINES / 2).join(', ');
  const hidden = starting.length - LINES / 2;
  const named = hidden > 0 ? l10n.t('{0} and {1} more', shown, hidden) : shown;
  return [l10n.t('⚠ On-demand and Enabled: sending these starts their jobs at once: {0}.', named)];
}

function rank(entry: Entry): number {
  if (entry.kind === 'plan') return 1;
  return entry.outcome.kind === 'unchanged' ? 2 : 0;
}

function entryLine(entry: Entry, l10n: Localisation): string {
  const { name } = entry.file;
  if (entry.kind === 'stopped') {
    if (entry.outcome.kind === 'unchanged') return l10n.t('= {0}: unchanged', name);
    return `✕ ${describeOutcome({ ...entry.outcome, path: name })}`;
  }
  const { plan } = entry;
  const fields = plan.changes.length;
  return plan.action === 'create'
    ? l10n.t('+ {0}: create “{1}” (fields: {2})', name, oneLine(plan.jobName), fields)
    : l10n.t('~ {0}: update “{1}” (fields: {2})', name, oneLine(plan.jobName), fields);
}
