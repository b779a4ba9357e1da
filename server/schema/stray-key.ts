import { pathsOf } from '../../schemas/fields.ts';
import { isObject } from '../../schemas/json.ts';
import { child, type Pointer, segments } from '../../schemas/pointer.ts';
import { letters, nearest } from './nearest.ts';
import type { Place } from './place.ts';
import type { MisplacedProblem, UnknownProblem } from './shape-problem.ts';

/** A key that its object does not know: known elsewhere, or nowhere. */
export function strayKey(object: Place, key: string): MisplacedProblem | UnknownProblem {
  const pointer = child(object.pointer, key);
  const here = absentKeys(object);
  const places = pathsOf(key);
  if (places.length > 0 && !here.some((known) => letters(known) === letters(key))) {
    return { kind: 'misplaced', pointer, part: 'key', key, places: nearestPlaces(object.pointer, places) };
  }
  return { kind: 'unknown', pointer, part: 'key', key, nearest: nearest(key, here).slice(0, MOST_SUGGESTIONS) };
}

const MOST_SUGGESTIONS = 3;

/** Keys that the object could have and has not: to suggest one that is there would make it twice. */
function absentKeys(object: Place): string[] {
  const present = isObject(object.value) ? object.value : {};
  return object.field.children.map((known) => known.name).filter((name) => !Object.hasOwn(present, name));
}

/** Those that share most with where the key is: a name that stands beside an action's `params` belongs into that action's. */
function nearestPlaces(from: Pointer, places: readonly Pointer[]): Pointer[] {
  const near = places.map((place) => nearPlace(from, place));
  const most = Math.max(...near.map(({ shared }) => shared));
  return near.filter(({ shared }) => shared === most).map(({ place }) => place);
}

/** A place with the indices of the lists that `from` lies in, and how many steps both have in common. */
function nearPlace(from: Pointer, place: Pointer): { place: Pointer; shared: number } {
  const path = segments(from);
  const steps = segments(place);
  let shared = 0;
  while (shared < path.length && shared < steps.length && (steps[shared] === '*' || steps[shared] === path[shared])) {
    shared++;
  }
  const near = steps.map((step, index) => (index < shared && step === '*' ? (path[index] ?? step) : step));
  return { place: near.reduce(child, ''), shared };
}
