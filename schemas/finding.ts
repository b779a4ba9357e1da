import type { Pointer } from './pointer.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule says of a value, wherever the value came from: a file, an answer, a composed body. */
export interface JudgedFinding {
  code: string;
  severity: Severity;
  message: string;
  pointer: Pointer;
  /** Its place, when it was found in a text. */
  range?: TextRange;
}

/** Zero-based lines, UTF-16 characters; the end is the first character that is not covered any more. */
interface TextRange {
  start: TextPosition;
  end: TextPosition;
}

interface TextPosition {
  line: number;
  character: number;
}
