import type { Json } from '../../schemas/json.ts';
import { nameOf as actionName, REMOVED } from './changes.ts';
import { oneLine } from './one-line.ts';
import type { Change, Plan } from './plan.ts';
import { renderValue } from './render-value.ts';
import { nameTarget } from './target-text.ts';

export { renderValue } from './render-value.ts';

/** A plan as plain lines: what, where, each change with before and after, what starts at once, the notes. */
export function renderPlan(plan: Plan): string[] {
  const { target } = plan;
  const name = oneLine(plan.jobName);
  const job = plan.action === 'create' ? `create job "${name}"` : `update job "${name}" (${plan.id})`;
  const customer = target.customerId === undefined ? '' : `, subscription ${target.customerId}`;
  return [
    `${plan.file.path}: ${job} on ${nameTarget(target)}${customer}`,
    ...plan.changes.map((change) => `  ${renderChange(change)}`),
    ...(plan.startsAtOnce ? ['  ! The job is On-demand and enabled: it starts at once when this is sent.'] : []),
    ...(plan.namedAssets + plan.namedTags > 0 ? [`  The job names ${reach(plan)}.`] : []),
    ...plan.notes.map(({ message }) => `  Note: ${message}`),
  ];
}

/** `+` what is added, `-` what goes, `~` what becomes something else. */
export function renderChange({ label, before, after, script }: Change): string {
  if (script) return renderScript(label, before, after);
  if (before === undefined) return `+ ${label}: ${renderValue(after)}`;
  if (after === undefined) return `- ${label}: ${renderValue(label.endsWith(REMOVED) ? actionName(before) : before)}`;
  if (Array.isArray(before) && Array.isArray(after) && !label.endsWith(': order')) {
    const [was, is] = [new Set(before), new Set(after)];
    const added = after.filter((entry) => !was.has(entry));
    const removed = before.filter((entry) => !is.has(entry));
    const parts = [
      ...(added.length === 0 ? [] : [`added ${renderValue(added)}`]),
      ...(removed.length === 0 ? [] : [`removed ${renderValue(removed)}`]),
    ];
    // Two lists may differ in their order alone, or in how often they say a thing.
    if (parts.length > 0) return `~ ${label}: ${parts.join(', ')}`;
  }
  return `~ ${label}: ${renderValue(before)} → ${renderValue(after)}`;
}

/** Where there is no fingerprint, words stand for a script, or nothing for one that is not there. */
function renderScript(label: string, before: Json | undefined, after: Json | undefined): string {
  const shown = (script: Json | undefined) => (typeof script === 'string' ? script : renderValue(script));
  if (before === undefined) return `+ ${label}: ${shown(after)}`;
  return after === undefined ? `- ${label}: ${shown(before)}` : `~ ${label}: ${shown(before)} → ${shown(after)}`;
}

/** How many assets and tags a job names. */
export function reach({ namedAssets, namedTags }: Pick<Plan, 'namedAssets' | 'namedTags'>): string {
  const assets = namedAssets === 1 ? '1 asset' : `${namedAssets} assets`;
  const tags = namedTags === 1 ? '1 asset tag' : `${namedTags} asset tags`;
  return namedTags === 0 ? assets : namedAssets === 0 ? tags : `${assets} and ${tags}`;
}
