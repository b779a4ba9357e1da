import type { Conflict } from '../../api/plan/plan.ts';
import { renderValue } from '../../api/plan/render-value.ts';
import type { Localisation } from '../localisation.ts';

/** Characters of a value that a dialog shows. */
const WIDTH = 50;

/** What somebody else did to a field, on one line of a dialog. */
export function conflictLine(
  conflict: Extract<Conflict, { kind: 'changed-on-server' | 'script-unknown' }>,
  l10n: Localisation,
): string {
  if (conflict.kind === 'script-unknown') {
    return conflict.sendable
      ? l10n.t('• {0}: the job was changed since this script was last known.', conflict.label)
      : l10n.t('• {0}: nobody here knows it, and the platform does not give scripts back.', conflict.label);
  }
  const [base, server, file] = [conflict.base, conflict.server, conflict.file].map((value) =>
    renderValue(value, WIDTH),
  );
  return l10n.t(
    '• {0}: was {1}, is {2} on the server, {3} in the file.',
    conflict.label,
    base ?? '',
    server ?? '',
    file ?? '',
  );
}
