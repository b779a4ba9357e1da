import { isObject, type JsonObject } from '../../../schemas/json.ts';
import { child, parent, valueAt } from '../../../schemas/pointer.ts';
import { isUuid } from '../../../schemas/uuid.ts';
import { chainRules } from '../../domain/chain-rules.ts';
import { type KnownJob, knownJobs, linkedJobId, ownId } from '../../domain/known-jobs.ts';
import { type PostAction, postActions } from '../../domain/post-actions.ts';
import type { Facts } from '../../facts.ts';
import { fieldName, joined, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const chainActionUnknown: Rule = {
  code: 'chain-action-unknown',
  severity: 'warning',
  title: 'The chain rule waits for what is no post action of the linked job',
  why: 'The rule counts the successes of post actions of the linked job; another id never succeeds. Silent where neither the platform nor a file says which post actions that job has.',
  source: 'release notes',
  since: '3.3',
  before: ['placeholder-id'],
  check: ({ value }, facts) => {
    const linked = linkedJob(value, facts);
    if (linked === undefined) return [];
    const { job, actions } = linked;
    const known = new Set(actions.map(({ id }) => id));
    return chainRules(value).flatMap(({ rule: { actionIds }, at }): Finding[] => {
      if (!Array.isArray(actionIds)) return [];
      return actionIds.flatMap((id, index): Finding[] => {
        if (typeof id !== 'string' || !isUuid(id) || known.has(id.toLowerCase())) return [];
        const place = child(child(at, 'actionIds'), index);
        const message = `${fieldName(place)} is ${shown(id)}, ${isPreAction(job, id) ? 'a pre action' : 'no post action'} of the linked job ${shown(job.value.name)}. ${offer(actions)}`;
        return [{ at: place, part: 'value', message }];
      });
    });
  },
  fix: ({ at }, { value }, facts) => {
    const list = valueAt(value, parent(at));
    const taken = new Set(Array.isArray(list) ? list.map((id) => String(id).toLowerCase()) : []);
    const free = linkedJob(value, facts)?.actions.filter(({ id }) => !taken.has(id)) ?? [];
    return free.map(({ id, name }) => ({
      title: `Replace with the id of ${shown(name)}`,
      safe: false,
      operations: [{ set: at, value: id }],
    }));
  },
};
export default chainActionUnknown;

/** The linked job where its post actions are known; the platform's own answer goes before a file. */
function linkedJob(job: JsonObject, facts: Facts): { job: KnownJob; actions: PostAction[] } | undefined {
  const id = linkedJobId(job);
  if (id === undefined || id === ownId(job, facts)) return undefined;
  for (const known of knownJobs(facts, id)) {
    const actions = postActions(known);
    if (actions !== undefined) return { job: known, actions };
  }
  return undefined;
}

function isPreAction({ value: { preDeployActions } }: KnownJob, id: string): boolean {
  if (!Array.isArray(preDeployActions)) return false;
  return preDeployActions.some(
    (action) => isObject(action) && String(action.actionId).toLowerCase() === id.toLowerCase(),
  );
}

function offer(actions: readonly PostAction[]): string {
  if (actions.length === 0) return 'That job has no post action.';
  return `Its post actions are ${joined(
    actions.map(({ name, id }) => `${shown(name)} (${id})`),
    'and',
  )}.`;
}
