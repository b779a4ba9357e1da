/**
 * What a job file may hold at most. A job of 100,000 ids, indented, is 4.4 million characters and nests five deep:
 * the limits leave room above that, and none for a file that would make the editor wait or a parser overflow.
 */
export const MAXIMUM_CHARACTERS = 4_800_000;
export const MAXIMUM_DEPTH = 100;

/** Syntax problems reported of one document: the first ones tell what is wrong, a thousand hide it. */
export const MAXIMUM_SYNTAX_PROBLEMS = 50;
