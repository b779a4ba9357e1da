import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { parent, segments, valueAt } from '../../schemas/pointer.ts';
import type { Operation } from '../document/edit.ts';
import { shapeProblems } from '../schema/shape.ts';
import { judgedJob } from './judged-job.ts';
import type { Job } from './rule.ts';

/**
 * Whether more is said of a job once operations (of setting and removing keys) were carried out; `codesOf` is what is said of a
 * job, a code for each time, and `gone` what of it they repair.
 */
export function addsFinding(
  job: Job,
  operations: readonly Operation[],
  gone: readonly string[],
  codesOf: (job: Job) => string[],
): boolean {
  const before = counts(codesOf(job));
  for (const code of gone) before.set(code, (before.get(code) ?? 0) - 1);
  const after = counts(codesOf(judgedJob(carriedOut(job.written, operations), shapeProblems)));
  return [...after].some(([code, count]) => count > (before.get(code) ?? 0));
}

function counts(codes: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const code of codes) counted.set(code, (counted.get(code) ?? 0) + 1);
  return counted;
}

function carriedOut(value: JsonObject, operations: readonly Operation[]): JsonObject {
  const changed = structuredClone({ ...value });
  for (const operation of operations) {
    if ('set' in operation) put(changed, operation.set, operation.value);
    else if ('remove' in operation) put(changed, operation.remove, undefined);
  }
  return changed;
}

function put(root: JsonObject, at: string, value: Json | undefined): void {
  const holder = valueAt(root, parent(at));
  const key = segments(at).at(-1);
  if (!isObject(holder) || key === undefined) return;
  if (value === undefined) delete holder[key];
  else holder[key] = value;
}
