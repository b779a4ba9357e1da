/** A committed file that is derived from a source; `text` makes its whole content anew. */
export interface Artefact {
  path: string;
  text(): Promise<string>;
}
