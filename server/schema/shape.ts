import { type ValidationError, validate } from '../../schemas/generated/validate.js';
import { isObject } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';
import { once } from '../document/once.ts';
import { isUpdate } from '../domain/update.ts';
import { emptyText, missingKey, missingPartner } from './missing.ts';
import { isKey, type Place, placeOf } from './place.ts';
import type { ShapeProblem } from './shape-problem.ts';
import { strayKeys } from './stray-key.ts';
import { wrongRange, wrongText, wrongType, wrongValue } from './wrong-value.ts';

/**
 * What the schema says of a body, one problem for one cause, at the most precise place. Nothing is said inside the
 * server's own objects, and nothing about absence in a body with an `id`: an update says only what it changes.
 */
export function shapeProblems(value: unknown): ShapeProblem[] {
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const changesOnly = isObject(value) && isUpdate(value);
  const places = new Map<string, JudgedPlace | undefined>();
  const problems = new Map<string, ShapeProblem>();
  for (const error of errors) {
    const at = error.instancePath;
    if (!places.has(at)) places.set(at, judgedPlace(value, at));
    const judged = places.get(at);
    const problem = judged && problemOf(error, judged);
    if (!problem || (problem.kind === 'missing' && changesOnly)) continue;
    // The first one at a place speaks: conditions come before lists that are open, types before what needs them.
    const key = problem.kind === 'missing' ? `missing ${problem.field}` : `${problem.part} ${problem.pointer}`;
    if (!problems.has(key)) problems.set(key, problem);
  }
  return [...problems.values()];
}

/** One place can have thousands of errors. */
interface JudgedPlace {
  place: Place;
  stray(): ReturnType<typeof strayKeys>;
}

function judgedPlace(value: unknown, at: Pointer): JudgedPlace | undefined {
  const place = placeOf(value, at);
  return place && { place, stray: once(() => strayKeys(place)) };
}

function problemOf(error: ValidationError, { place, stray }: JudgedPlace): ShapeProblem | undefined {
  const { keyword, params, schemaPath } = error;
  if (place.value === '' && isKey(place) && keyword !== 'type') return emptyText(place);
  switch (keyword) {
    case 'type':
      return wrongType(place);
    case 'required':
      return missingKey(place, String(params.missingProperty), schemaPath.includes('/x-expects/'));
    case 'dependencies':
      return missingPartner(place, String(params.property), String(params.missingProperty));
    case 'additionalProperties':
      return stray()(String(params.additionalProperty));
    case 'enum':
      return wrongValue(place, !schemaPath.includes('/x-suggested/'));
    case 'minimum':
    case 'maximum':
    case 'not':
      return wrongRange(place);
    case 'pattern':
      return wrongText(place);
    default:
      // `if` and our macros only repeat that something inside them failed.
      return undefined;
  }
}
