import type { Measure } from './measures.ts';

/** A row of the report: a measure in words, the share of its values it shows, and what is aimed at for each job. */
export interface Row {
  name: string;
  measure: Measure;
  /** 0.5 for the median. */
  share: number;
  unit: 'ms' | 'MB';
  /** At most this many times the other server's figure, for the three jobs; none where it is shown beside. */
  targets?: readonly [number, number, number];
}

const START = [0.7, 0.7, 0.7] as const;
const KEYSTROKE = [0.5, 0.4, 0.3] as const;
const AS_GOOD = [1, 1, 1] as const;

export const rows: readonly Row[] = [
  { name: 'start → first diagnostics', measure: 'start', share: 0.5, unit: 'ms', targets: START },
  { name: 'keystroke → diagnostics, p50', measure: 'keystroke', share: 0.5, unit: 'ms', targets: KEYSTROKE },
  { name: 'keystroke → diagnostics, p95', measure: 'keystroke', share: 0.95, unit: 'ms', targets: KEYSTROKE },
  { name: 'processor time per keystroke', measure: 'processorTime', share: 0.5, unit: 'ms', targets: AS_GOOD },
  { name: 'completion after an edit', measure: 'completion', share: 0.5, unit: 'ms', targets: AS_GOOD },
  { name: 'completion again', measure: 'completionAgain', share: 0.5, unit: 'ms', targets: AS_GOOD },
  { name: 'hover after an edit', measure: 'hover', share: 0.5, unit: 'ms', targets: AS_GOOD },
  { name: 'hover again', measure: 'hoverAgain', share: 0.5, unit: 'ms', targets: AS_GOOD },
  { name: 'memory after opening', measure: 'memoryOpened', share: 0.5, unit: 'MB', targets: AS_GOOD },
  { name: 'memory after edits', measure: 'memoryEdited', share: 0.5, unit: 'MB', targets: AS_GOOD },
  { name: 'pushed: start → first diagnostics', measure: 'startPushed', share: 0.5, unit: 'ms' },
  { name: 'pushed: keystroke → diagnostics', measure: 'keystrokePushed', share: 0.5, unit: 'ms' },
];
