import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { parent, segments, valueAt } from '../../schemas/pointer.ts';
import type { Operation } from '../document/edit.ts';
import { knownIds } from '../domain/known-ids.ts';
import { isUpdate } from '../domain/update.ts';
import type { Facts } from '../facts.ts';
import type { Job, Rule } from './rule.ts';

/** Whether one of some rules says more of a job once operations (of setting and removing) were carried out. */
export function addsFinding(job: Job, operations: readonly Operation[], rules: readonly Rule[], facts: Facts): boolean {
  const after: Job = { value: carriedOut(job.value, operations), shape: [], idsOf: knownIds };
  const able = rules.filter(({ needs = [] }) => needs.every((need) => facts[need] !== undefined));
  return able.some((rule) => spoken(after, rule, facts) > spoken(job, rule, facts));
}

/** An update says only what it changes: nothing is said of what it lacks. */
function spoken(job: Job, rule: Rule, facts: Facts): number {
  const findings = rule.check(job, facts);
  return isUpdate(job.value) ? findings.filter(({ of }) => of !== 'absence').length : findings.length;
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
