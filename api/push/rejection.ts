import type { JudgedFinding } from '../../schemas/finding.ts';
import type { Outcome } from './outcome.ts';

/** What the platform said of a rejected body, as diagnostics of the file. */
export function rejectionFindings(_outcome: Outcome): JudgedFinding[] {
  return [];
}
