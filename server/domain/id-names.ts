import type { JsonObject } from '../../schemas/json.ts';
import type { Facts, NamedOnServer } from '../facts.ts';
import { knownJobs, linkedJobId } from './known-jobs.ts';
import { postActions } from './post-actions.ts';

/** What is known of an id that a job holds: a name, and what bears it ("a job", "a post action of …"); undefined when nothing is. */
export function nameOfId(id: string, job: JsonObject, facts: Facts): { name: string; what: string } | undefined {
  const wanted = id.toLowerCase();
  const [known] = knownJobs(facts, wanted);
  if (known !== undefined && typeof known.value.name === 'string') {
    return {
      name: known.value.name,
      what: known.file === undefined ? 'a job on the platform' : 'a job of this workspace',
    };
  }
  const parent = linkedJobId(job);
  for (const linked of parent === undefined ? [] : knownJobs(facts, parent)) {
    const action = postActions(linked)?.find((candidate) => candidate.id === wanted);
    if (action !== undefined) return { name: action.name, what: `a post action of ${nameOf(linked.value)}` };
  }
  const named = facts.server?.names?.get(wanted);
  return named && { name: named.name, what: whatItIs(named) };
}

/** As in `an asset on the platform (Windows 11 Enterprise 24H2)`. */
function whatItIs({ kind, platform, detail = platform }: NamedOnServer): string {
  const article = kind === 'asset' ? 'an' : 'a';
  return `${article} ${kind} on the platform${detail === undefined ? '' : ` (${detail})`}`;
}

/** The name of the job that a job is linked to, as other files, the platform or the answer in the file itself tell it. */
export function linkedJobName(job: JsonObject, facts: Facts): string | undefined {
  const parent = linkedJobId(job);
  if (parent === undefined) return undefined;
  const known = knownJobs(facts, parent).find(({ value }) => typeof value.name === 'string')?.value;
  const inAnswer = (Array.isArray(job.linkedToJob) ? job.linkedToJob : []).find(
    (linked) => typeof linked === 'object' && linked !== null && 'id' in linked && linked.id === job.linkedJobId,
  );
  const name =
    known?.name ??
    (typeof inAnswer === 'object' && inAnswer !== null && 'name' in inAnswer ? inAnswer.name : undefined);
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function nameOf({ name }: JsonObject): string {
  return typeof name === 'string' ? `“${name}”` : 'the linked job';
}
