import type { Pointer } from './pointer.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule says of a value, wherever the value came from: a file, an answer, a composed body. */
export interface JudgedFinding {
  code: string;
  severity: Severity;
  message: string;
  pointer: Pointer;
}
