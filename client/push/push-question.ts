import { oneLine } from '../../api/plan/one-line.ts';
import type { Note, Plan } from '../../api/plan/plan.ts';
import type { Question } from '../dialogs.ts';
import type { Localisation } from '../localisation.ts';
import { changeLine } from './change-line.ts';

/** As many lines of changes and notes as a dialog can show on a small screen. */
const LINES = 14;

export type PushAnswer = 'confirm' | 'show';

/** What a person is asked before anything is sent: which file, where to, which job, and what changes. */
export function pushQuestion(
  plan: Plan,
  circumstances: { unsaved: boolean },
  l10n: Localisation,
): Question<PushAnswer> {
  const changes = plan.changes.map((change) => changeLine(change, l10n));
  const shown = changes.slice(0, LINES);
  const hidden = changes.length - shown.length;
  return {
    severity: 'warning',
    modal: true,
    message:
      plan.action === 'create'
        ? l10n.t('Create the job “{0}” on {1}?', oneLine(plan.jobName), plan.target.connection)
        : l10n.t('Update the job “{0}” on {1}?', oneLine(plan.jobName), plan.target.connection),
    detail: [
      ...heading(plan, circumstances, l10n),
      '',
      countLine(plan, l10n),
      ...shown,
      ...(hidden > 0 ? [l10n.t('… and {0} more: “Show All Changes” lists them.', hidden)] : []),
      ...notes(plan, l10n),
    ].join('\n'),
    buttons: [
      { answer: 'confirm', label: confirmLabel(plan, l10n) },
      { answer: 'show', label: l10n.t('Show All Changes') },
    ],
  };
}

function confirmLabel(plan: Plan, l10n: Localisation): string {
  return plan.action === 'create' ? l10n.t('Create Job') : l10n.t('Update Job');
}

function heading(plan: Plan, circumstances: { unsaved: boolean }, l10n: Localisation): string[] {
  const { target } = plan;
  return [
    l10n.t('File: {0}', plan.file.path),
    ...(circumstances.unsaved ? [l10n.t('The file has unsaved changes. It is saved before it is sent.')] : []),
    l10n.t('Platform: {0} at {1}', target.connection, target.host),
    target.customerId === undefined
      ? l10n.t('Subscription: not known, it has no jobs yet')
      : l10n.t('Subscription: {0}', target.customerId),
    plan.id === undefined ? l10n.t('Job: a new one') : l10n.t('Job: {0}', plan.id),
    ...(plan.startsAtOnce ? [startsAtOnce(plan, l10n)] : []),
    ...plan.notes.filter(isOverwriting).map(({ message }) => `⚠ ${message}`),
  ];
}

function startsAtOnce(plan: Plan, l10n: Localisation): string {
  return l10n.t(
    '⚠ On-demand and Enabled: sending this starts the job at once. Assets named in the file: {0}. Asset tags: {1}.',
    plan.namedAssets,
    plan.namedTags,
  );
}

function countLine(plan: Plan, l10n: Localisation): string {
  const count = plan.changes.length;
  if (plan.action === 'create') return count === 1 ? l10n.t('1 field is set:') : l10n.t('{0} fields are set:', count);
  return count === 1 ? l10n.t('1 field changes:') : l10n.t('{0} fields change:', count);
}

/** What is lost by the push is said before what it brings. */
function isOverwriting({ code }: Note): boolean {
  return code === 'overwrites' || code === 'overwrites-script';
}

function notes(plan: Plan, l10n: Localisation): string[] {
  const others = plan.notes.filter((note) => !isOverwriting(note));
  if (others.length === 0) return [];
  const shown = others.slice(0, LINES / 2).map((note) => `• ${note.message}`);
  const hidden = others.length - shown.length;
  return ['', l10n.t('Notes:'), ...shown, ...(hidden > 0 ? [l10n.t('… and {0} more notes.', hidden)] : [])];
}
