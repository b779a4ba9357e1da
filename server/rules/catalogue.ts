import { nearest } from '../schema/nearest.ts';
import { rules, textRules } from './all.ts';
import type { AboutRule } from './rule.ts';

/** What every rule says of itself, those about the text first. */
export const catalogue: readonly AboutRule[] = [...textRules, ...rules];

const byCode = new Map(catalogue.map((rule) => [rule.code, rule]));

export function ruleByCode(code: string): AboutRule | undefined {
  return byCode.get(code);
}

/** The code that somebody may have meant. */
export function nearestRule(written: string): string | undefined {
  return nearest(written, [...byCode.keys()])[0];
}
