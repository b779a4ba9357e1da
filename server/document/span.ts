/** A stretch of a document's text: UTF-16 offsets, the end excluded. */
export interface Span {
  start: number;
  end: number;
}
