import type { Change } from '../../api/plan/plan.ts';
import { renderValue } from '../../api/plan/render-text.ts';
import type { Localisation } from '../localisation.ts';

const WIDTH = 60;

/** One changed field on one line, short enough for a dialog. */
export function changeLine(change: Change, l10n: Localisation): string {
  if (change.before === undefined) return `+ ${change.label}: ${short(change.after, l10n)}`;
  if (change.after === undefined) return `- ${change.label}: ${short(change.before, l10n)}`;
  return `~ ${change.label}: ${short(change.before, l10n)} → ${short(change.after, l10n)}`;
}

function short(value: Change['before'], l10n: Localisation): string {
  if (Array.isArray(value) && value.length > 3 && value.every((item) => typeof item === 'string'))
    return l10n.t('{0} and {1} more', value.slice(0, 2).join(', '), value.length - 2);
  const text = renderValue(value);
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1)}…`;
}
