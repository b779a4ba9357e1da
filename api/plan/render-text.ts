import type { Change, Plan } from './plan.ts';

export function renderPlan(plan: Plan): string[] {
  return [plan.action];
}

export function renderValue(value: Change['before']): string {
  return JSON.stringify(value) ?? 'nothing';
}
