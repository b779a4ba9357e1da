import type { FieldFormat, JsonType } from '../../schemas/fields.ts';
import type { Json } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';

/**
 * What is wrong with the shape of a body, as data: `pointer` and `part` are the smallest place a person would change.
 * At one place there is one problem.
 */
export type ShapeProblem =
  | MissingProblem
  | UnknownProblem
  | MisplacedProblem
  | TypeProblem
  | ValueProblem
  | RangeProblem
  | FormatProblem;

/**
 * A needed key is absent: `pointer` is the object that lacks it, `part` its key. Or it is there with an empty text,
 * which counts as absent: then `pointer` is `field` itself, and `part` its value.
 */
export interface MissingProblem {
  kind: 'missing';
  pointer: Pointer;
  part: 'key' | 'value';
  key: string;
  /** Where the value belongs. */
  field: Pointer;
  /** No source calls it mandatory; the rest of the body makes no sense without it. */
  inferred: boolean;
}

/** A key that no known release has; `nearest` are keys of the same object that look like it, nearest first. */
export interface UnknownProblem {
  kind: 'unknown';
  pointer: Pointer;
  part: 'key';
  key: string;
  nearest: string[];
}

/**
 * A key that is known elsewhere; `places` are the pointers nearest to it. A place in a list has the index of the list's item
 * that the key is in, or `*` when it is in none.
 */
export interface MisplacedProblem {
  kind: 'misplaced';
  pointer: Pointer;
  part: 'key';
  key: string;
  places: Pointer[];
}

/** A value of a type that is not read; `nearest` says the same in one that is, where nothing is lost on the way. */
export interface TypeProblem {
  kind: 'type';
  pointer: Pointer;
  part: 'value';
  found: JsonType;
  expected: JsonType[];
  nearest?: Json;
}

/** A value outside a list; `allowed` is nearest first. Not `closed`: the list is what sources show, not all there is. */
export interface ValueProblem {
  kind: 'value';
  pointer: Pointer;
  part: 'value';
  found: Json;
  allowed: Json[];
  /** The value that was most likely meant; absent when none is near. */
  nearest?: Json;
  closed: boolean;
}

/** A number, or a text that is one, outside its bounds. */
export interface RangeProblem {
  kind: 'range';
  pointer: Pointer;
  part: 'value';
  found: number | string;
  minimum: number;
  maximum: number;
  /** Values beyond the bounds that are allowed too. */
  besides: number[];
  /** The unit that the bounds are in, as the body names it. */
  unit?: string;
}

export interface FormatProblem {
  kind: 'format';
  pointer: Pointer;
  part: 'value';
  found: string;
  format: FieldFormat;
}
