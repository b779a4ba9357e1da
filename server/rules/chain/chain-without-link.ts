import type { JsonObject } from '../../../schemas/json.ts';
import { wayBack } from '../../domain/chain-cycle.ts';
import { chainRules } from '../../domain/chain-rules.ts';
import { type KnownJob, knownJobs, ownId } from '../../domain/known-jobs.ts';
import { type PostAction, postActions } from '../../domain/post-actions.ts';
import type { Facts } from '../../facts.ts';
import { shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const chainWithoutLink: Rule = {
  code: 'chain-without-link',
  severity: 'warning',
  title: 'A chain rule without the job that it waits for',
  why: 'The post actions of a chain rule are those of the linked job; without linkedJobId the rule waits for nothing.',
  source: 'release notes',
  since: '3.3',
  check: ({ value }, facts) => {
    if (isAbsent(value.chainedJobRule) || !isAbsent(value.linkedJobId)) return [];
    const job = waitedFor(value, facts);
    const message = 'chainedJobRule waits for the post actions of another job: "linkedJobId" must say which.';
    return [
      {
        at: '/chainedJobRule',
        part: 'key',
        of: 'absence',
        absent: '/linkedJobId',
        message,
        ...(job && { to: job.id }),
      },
    ];
  },
  fix: ({ to }, _, facts) => {
    const job = typeof to === 'string' ? knownJobs(facts, to)[0] : undefined;
    if (job === undefined) return [];
    const title = `Insert "linkedJobId" of ${shown(job.value.name)}`;
    return [{ title, safe: false, operations: [{ set: '/linkedJobId', value: job.id }] }];
  },
};
export default chainWithoutLink;

/**
 * The one known job whose post actions are all those that the rules name. None where the job has patches of its own: with
 * the linked job's there would be two sources of them.
 */
function waitedFor(job: JsonObject, facts: Facts): KnownJob | undefined {
  const wanted = chainRules(job).flatMap(({ rule: { actionIds } }) => (Array.isArray(actionIds) ? actionIds : []));
  if (wanted.length === 0 || OWN_PATCHES.some((key) => !isAbsent(job[key]))) return undefined;
  const own = ownId(job, facts);
  const [first, ...others] = jobsWithActions(facts).filter(({ known, actions }) => {
    if (known.id === own || known.value.platform !== job.platform) return false;
    const ids = new Set(actions.map(({ id }) => id));
    if (!wanted.every((id) => typeof id === 'string' && ids.has(id.toLowerCase()))) return false;
    return own === undefined || wayBack(own, known.id, facts) === undefined;
  });
  return others.length === 0 ? first?.known : undefined;
}

const OWN_PATCHES = ['approvedPatches', 'dynamicPatchesQQL', 'additionalDynamicPatchesQQL'] as const;

/** Each job once, as the platform has it before a file. */
function jobsWithActions(facts: Facts): { known: KnownJob; actions: PostAction[] }[] {
  const found = new Map<string, { known: KnownJob; actions: PostAction[] }>();
  for (const known of knownJobs(facts)) {
    const actions = postActions(known);
    if (actions !== undefined && !found.has(known.id)) found.set(known.id, { known, actions });
  }
  return [...found.values()];
}
