import type { Change } from '../../api/plan/plan.ts';
import { renderChange } from '../../api/plan/render-text.ts';
import type { Environment } from '../environment.ts';
import { coloured } from './plan-text.ts';

/** What becomes of what a file says; shown before somebody agrees to lose it. `doing` is what changes it. */
export function replacedText(
  file: string,
  changes: readonly Change[],
  doing: string,
  { notes }: Pick<Environment, 'notes'>,
): string {
  const lines = changes.map((change) => `  ${renderChange(change)}`);
  return coloured(
    lines.length === 0 ? [`${file} is replaced as a whole.`] : [`What ${doing} changes in ${file}:`, ...lines],
    notes.colours,
  );
}
