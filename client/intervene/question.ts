import type { InterventionKind, InterventionPlan } from '../../api/intervene/intervention.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import type { Question } from '../dialogs.ts';
import type { Localisation } from '../localisation.ts';

/** As many notes as a dialog can show on a small screen. */
const NOTES = 8;

/** What a person is asked before a job is enabled, disabled or deleted: which, where, and what comes of it. */
export function interventionQuestion(plan: InterventionPlan, l10n: Localisation): Question<'confirm'> {
  const { kind, target, jobName, id, path, status, notes } = plan;
  const shown = notes.slice(0, NOTES).map(({ message }) => `• ${message}`);
  const hidden = notes.length - shown.length;
  return {
    severity: 'warning',
    modal: true,
    message: sentence(kind, oneLine(jobName), target.connection, l10n),
    detail: [
      ...(path === undefined ? [] : [l10n.t('File: {0}', path)]),
      l10n.t('Platform: {0} at {1}', target.connection, target.host),
      ...(target.customerId === undefined ? [] : [l10n.t('Subscription: {0}', target.customerId)]),
      l10n.t('Job: {0}', oneLine(id)),
      l10n.t('Status now: {0}', oneLine(status)),
      l10n.t('Assets named in the job: {0}. Asset tags: {1}.', plan.namedAssets, plan.namedTags),
      ...(plan.startsAtOnce ? [l10n.t('⚠ The job is On-demand: it starts at once when it is enabled.')] : []),
      ...(kind === 'delete'
        ? [l10n.t('⚠ What is deleted cannot be brought back; a file can be pushed as a new job.')]
        : []),
      ...(shown.length === 0 ? [] : ['', l10n.t('Notes:'), ...shown]),
      ...(hidden > 0 ? [l10n.t('… and {0} more notes.', hidden)] : []),
    ].join('\n'),
    buttons: [{ answer: 'confirm', label: label(kind, l10n) }],
  };
}

function sentence(kind: InterventionKind, name: string, connection: string, l10n: Localisation): string {
  switch (kind) {
    case 'enable':
      return l10n.t('Enable the job “{0}” on {1}?', name, connection);
    case 'disable':
      return l10n.t('Disable the job “{0}” on {1}?', name, connection);
    case 'delete':
      return l10n.t('Delete the job “{0}” from {1}?', name, connection);
  }
}

function label(kind: InterventionKind, l10n: Localisation): string {
  switch (kind) {
    case 'enable':
      return l10n.t('Enable Job');
    case 'disable':
      return l10n.t('Disable Job');
    case 'delete':
      return l10n.t('Delete Job');
  }
}
