import type { Json } from './json.ts';
import schema from './pmjob.schema.json';
import { child, type Pointer, ROOT, segments } from './pointer.ts';
import { readRoot } from './read-fields.ts';

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** What a text must look like; the schema's `x-format`. */
export type FieldFormat =
  | 'uuid'
  | 'start-date-time'
  | 'sha256'
  | 'email-list'
  | 'url'
  | 'base64'
  | 'time-zone'
  | 'week-days'
  | 'percentage'
  | 'qql';

/** A value that a field may have, and what it means. */
interface AllowedValue {
  value: Json;
  meaning: string;
}

/** Bounds of a number; with a unit, `maximum` holds for no unit and the largest for any. */
export interface FieldRange {
  minimum: number;
  maximum: number;
  /** Values beyond the bounds that have a meaning of their own. */
  besides: number[];
  /** The key beside the field that names its unit. */
  unit?: string;
  maximumByUnit?: Record<string, number>;
}

/** A block to insert as the field's value, in the form of VS Code's `defaultSnippets`. */
interface FieldSnippet {
  label: string;
  description?: string;
  body: Json;
}

/** One field of a job as the schema describes it; `children` of an object, `item` of a list. */
export interface Field {
  /** The key; empty for the root and for an item of a list. */
  name: string;
  title: string;
  description: string;
  /** Empty where no source shows a type. */
  types: JsonType[];
  /** The values to offer, without other spellings that are merely accepted. */
  allowed?: AllowedValue[];
  /** False: a source shows the values of `allowed`, and none says that there are no others. */
  closed: boolean;
  /** What people write instead of an allowed value, and which one they mean. */
  oftenWritten: Record<string, string>;
  /** What the platform fills in when the field is left out. */
  default?: Json;
  /** A usual value to insert where there is no default. */
  example?: Json;
  minimum?: number;
  maximum?: number;
  range?: FieldRange;
  format?: FieldFormat;
  /** The release that brought the field. */
  since?: string;
  platform?: 'Windows' | 'Linux';
  /** Set by the server, or inside something that it sets. */
  serverSet: boolean;
  /** Letters of the sources: S release notes, D other official pages, U interface, K public SDK, I inferred. */
  source: string;
  /** The place among its siblings in the documented order, from 0. */
  order: number;
  children: Field[];
  item?: Field;
  /** Keys that an object needs, whether a source says so or we infer it. */
  requiredKeys: string[];
  /** Keys of which neither makes sense without the other. */
  pairedKeys: string[];
  snippets: FieldSnippet[];
}

/** The job itself, its fields in the documented order. */
export const rootField: Field = readRoot(schema);

const paths = pathsByName(rootField);

/** The field at a pointer, an index (or `*`) standing for any item; undefined where the schema knows none. */
export function fieldAt(pointer: Pointer): Field | undefined {
  let field: Field | undefined = rootField;
  for (const segment of segments(pointer)) {
    if (field?.item && /^(?:\d+|\*)$/.test(segment)) field = field.item;
    else field = field?.children.find((known) => known.name === segment);
  }
  return field;
}

/**
 * Where a key of that name is known, in the documented order, with `*` for the index of a list:
 * `actionItem` gives the one in `preDeployActions` and its twin. What lies inside the server's own
 * objects is left out, and so is `$schema`: nobody moves a key there.
 */
export function pathsOf(name: string): Pointer[] {
  return paths.get(name) ?? [];
}

function pathsByName(root: Field): ReadonlyMap<string, Pointer[]> {
  const found = new Map<string, Pointer[]>();
  const visit = (field: Field, at: Pointer): void => {
    for (const known of field.children) {
      if (known.name === '$schema') continue;
      found.set(known.name, [...(found.get(known.name) ?? []), child(at, known.name)]);
      if (!known.serverSet) visit(known, child(at, known.name));
    }
    if (field.item && !field.serverSet) visit(field.item, child(at, '*'));
  };
  visit(root, ROOT);
  return found;
}
