import { oneLine } from '../../api/plan/one-line.ts';
import type { PullAllPlan, PullEntry } from '../../api/pull-all/plan-pull-all.ts';
import type { ShowPath } from '../../api/pull-all/render-text.ts';
import type { Button, Question } from '../dialogs.ts';
import type { Localisation } from '../localisation.ts';

/** As many files as a dialog can show on a small screen. */
const LINES = 14;

export type PullAllAnswer = 'write' | 'write-all' | 'show';

/** Undefined when there is nothing to write. */
export function pullAllQuestion(
  { entries, target }: PullAllPlan,
  folder: string,
  show: ShowPath,
  l10n: Localisation,
): Question<PullAllAnswer> | undefined {
  const count = (kind: PullEntry['kind']) => entries.filter((entry) => entry.kind === kind).length;
  const [written, edited] = [count('new') + count('changed'), count('edited')];
  const replaceable = entries.filter((entry) => entry.kind === 'edited' && !entry.isOutside).length;
  if (written + replaceable === 0) return undefined;
  const differing = entries.filter(({ kind }) => kind !== 'unchanged');
  const told = [...differing].sort((one, other) => rank(one) - rank(other));
  const lines = told.slice(0, LINES).map((entry) => entryLine(entry, show, l10n));
  const hidden = told.length - lines.length;
  const counts = [
    [count('new'), l10n.t('{0} new', count('new'))],
    [count('changed'), l10n.t('{0} changed on the platform', count('changed'))],
    [edited, l10n.t('{0} edited here', edited)],
    [count('unsaved'), l10n.t('{0} with unsaved changes', count('unsaved'))],
    [count('unchanged'), l10n.t('{0} unchanged', count('unchanged'))],
    [count('failed'), l10n.t('{0} failed', count('failed'))],
  ] as const;
  const buttons: Button<PullAllAnswer>[] = [
    ...(written === 0 ? [] : [{ answer: 'write' as const, label: l10n.t('Write {0} Files', written) }]),
    ...(replaceable === 0 ? [] : [{ answer: 'write-all' as const, label: l10n.t('Replace the Edited Ones Too') }]),
    { answer: 'show', label: l10n.t('Show All Changes') },
  ];
  return {
    severity: edited === 0 ? 'information' : 'warning',
    modal: true,
    message: l10n.t('Pull {0} jobs of “{1}” into {2}?', entries.length, target.connection, folder),
    detail: [
      l10n.t('Platform: {0} at {1}', target.connection, target.host),
      counts.flatMap(([number, text]) => (number === 0 ? [] : [text])).join(', '),
      ...(edited === 0 ? [] : [l10n.t('Files that were edited here are kept, unless you replace them.')]),
      '',
      ...lines,
      ...(hidden > 0 ? [l10n.t('… and {0} more: “Show All Changes” lists them.', hidden)] : []),
    ].join('\n'),
    buttons,
  };
}

function rank({ kind }: PullEntry): number {
  return ['failed', 'edited', 'unsaved', 'changed', 'new', 'unchanged'].indexOf(kind);
}

function entryLine(entry: PullEntry, show: ShowPath, l10n: Localisation): string {
  const [path, name] = [show(entry.path), oneLine(entry.name)];
  switch (entry.kind) {
    case 'new':
      return l10n.t('+ {0}: “{1}”', path, name);
    case 'changed':
      return entry.isOutside
        ? l10n.t('~ {0}: “{1}” (fields: {2}), outside the folder', path, name, entry.changes.length)
        : l10n.t('~ {0}: “{1}” (fields: {2})', path, name, entry.changes.length);
    case 'edited':
      return entry.isOutside
        ? l10n.t('! {0}: edited here (fields: {1}), outside the folder, kept', path, entry.changes.length)
        : l10n.t('! {0}: edited here (fields: {1})', path, entry.changes.length);
    case 'unsaved':
      return l10n.t('! {0}: unsaved changes, kept', path);
    case 'unchanged':
      return l10n.t('= {0}: unchanged', path);
    case 'failed':
      return l10n.t('✕ {0}: “{1}” cannot be read', path, name);
  }
}
