/**
 * What a rule may know beside the document. A fact that is absent means silence, never a guess; more of them (other files,
 * names from the server) join here.
 */
export interface Facts {
  /** The present moment, in milliseconds since 1970. */
  now?: number;
}
