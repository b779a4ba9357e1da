import { isObject, type JsonObject } from '../../schemas/json.ts';
import { linkedJobName } from '../domain/id-names.ts';
import type { Facts } from '../facts.ts';

/** An item of a list by what people know it by: an action by its item, a chain rule by its parent, else its number from 1. */
export function itemName(item: unknown, index: number, job: JsonObject, facts: Facts): string {
  if (!isObject(item)) return String(index + 1);
  if (item.threshold !== undefined) return chainRuleName(item, job, facts);
  const params = isObject(item.params) ? item.params : {};
  return text(params.actionItem) ?? text(item.name) ?? text(item.action) ?? String(index + 1);
}

function chainRuleName({ threshold }: JsonObject, job: JsonObject, facts: Facts): string {
  const share = text(threshold);
  const parent = linkedJobName(job, facts) ?? text(job.linkedJobId);
  const after = parent === undefined ? 'after the linked job' : `after ${parent}`;
  return share === undefined ? after : `${after}, at least ${share} %`;
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
