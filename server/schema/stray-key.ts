import { pathsOf } from '../../schemas/fields.ts';
import { isObject } from '../../schemas/json.ts';
import { child, type Pointer, segments } from '../../schemas/pointer.ts';
import { letters, nearest } from './nearest.ts';
import type { Place } from './place.ts';
import type { MisplacedProblem, UnknownProblem } from './shape-problem.ts';

/** What the keys are that an object does not know: known elsewhere, or nowhere. The object itself is looked at once. */
export function strayKeys(object: Place): (key: string) => MisplacedProblem | UnknownProblem {
  const here = absentKeys(object);
  const spelledHere = new Set(here.map(letters));
  let compared = 0;
  return (key) => {
    const pointer = child(object.pointer, key);
    const places = pathsOf(key);
    if (places.length > 0 && !spelledHere.has(letters(key))) {
      return { kind: 'misplaced', pointer, part: 'key', key, places: nearestPlaces(object.pointer, places) };
    }
    const near = compared++ < MOST_COMPARED ? nearest(key, here).slice(0, MOST_SUGGESTIONS) : [];
    return { kind: 'unknown', pointer, part: 'key', key, nearest: near };
  };
}

const MOST_SUGGESTIONS = 3;

/** Nobody mistyped more keys of one object: the others are something else. */
const MOST_COMPARED = 1_000;

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
