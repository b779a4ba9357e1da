import type { Json } from '../../schemas/json.ts';

/** What one value of a file becomes when somebody else's changes are merged into it. */
export type MergedValue = Kept | Taken | Chosen | MergedObject | MergedList;

/** Stays as the file has it. */
export interface Kept {
  kind: 'keep';
}

/** Becomes what the server has. */
interface Taken {
  kind: 'take';
  value: Json;
  sides: Sides;
}

/** Both sides changed it: a person chooses. Neither side holds another choice once it is written. */
export interface Chosen {
  kind: 'choose';
  ours: Kept | MergedList;
  theirs: Taken | MergedList;
  sides: Sides;
}

export interface MergedObject {
  kind: 'object';
  entries: ReadonlyMap<string, MergedValue>;
  /** What the file does not name, put behind an entry that it names. */
  added: readonly { after: string; key: string; taken: Taken }[];
}

export interface MergedList {
  kind: 'list';
  items: readonly MergedItem[];
  /** Items of the file that go because the server has them no longer. */
  removed: readonly { index: number; value: Json }[];
  /** A list of ids is told as a whole. */
  sides?: Sides;
  /** The items are put in the server's order: their names in both orders. */
  order?: { before: Json; after: Json };
}

/** An item of the merged list. `on` says which side of a choice has it; `both` is no choice. */
export type MergedItem =
  | { from: 'file'; index: number; value: MergedValue; on: 'both' | 'ours'; sides: Sides }
  | { from: 'server'; value: Json; on: 'both' | 'theirs'; sides: Sides };

/** What each side says at a place; undefined where it has nothing. */
export interface Sides {
  base: Json | undefined;
  server: Json | undefined;
  file: Json | undefined;
}

export const KEPT: Kept = { kind: 'keep' };
