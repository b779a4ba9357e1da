import type { JsonObject } from '../../schemas/json.ts';
import { parent, valueAt } from '../../schemas/pointer.ts';
import { isUuid } from '../../schemas/uuid.ts';
import { type KnownJob, knownJobs, linkedJobId, ownId } from '../domain/known-jobs.ts';
import { kindOfId } from '../domain/named-ids.ts';
import { postActions } from '../domain/post-actions.ts';
import type { Facts } from '../facts.ts';
import { describeField } from './describe-field.ts';
import { isOtherPlatform, type JobPlace } from './job-place.ts';
import { type ValueOffer, valueOffer } from './value-offers.ts';

/** Something that can be named at a place. */
interface Candidate {
  id: string;
  name: string;
  platform?: string;
  detail?: string;
}

/** More than that are offered by what is typed: the editor asks again with each letter. */
const MOST_OFFERS = 200;

/** What has a name and may stand at a place, by that name; what is accepted is the id. */
export function nameOffers(place: JobPlace, typed: string, facts: Facts): ValueOffer[] {
  const documentation = describeField(place.field);
  const candidates = candidatesFor(place, facts);
  const wanted =
    candidates.length > MOST_OFFERS ? candidates.filter((one) => isMeant(one, typed.toLowerCase())) : candidates;
  const names = namesTwice(candidates);
  const isOther = ({ platform }: Candidate): boolean => isPlatform(platform) && isOtherPlatform(platform, place.job);
  const sorted = byName(wanted);
  const inOrder = [...sorted.filter((one) => !isOther(one)), ...sorted.filter(isOther)];
  return inOrder.slice(0, MOST_OFFERS).map((candidate) => {
    const { id, name, platform, detail } = candidate;
    const offer = valueOffer(id);
    const mark = isOther(candidate) ? `${platform} only` : detail;
    return {
      ...offer,
      // In the place of the list itself, as when it is null, a name makes a list of one.
      ...(place.field.types.includes('array') && { value: [id], insert: `[${offer.insert}]` }),
      label: names.has(name) ? `${name} (${id.slice(0, 8)})` : name,
      search: `${name} ${id}`,
      documentation: `\`${id}\`\n\n${documentation}`,
      ...(mark !== undefined && { mark }),
    };
  });
}

/** Whether the offers at a place depend on what is typed, or on names that are still on their way. */
export function isNamesIncomplete(place: JobPlace, facts: Facts): boolean {
  if (kindOfId(place.pointer) === undefined) return false;
  return facts.server?.pending === true || candidatesFor(place, facts).length > MOST_OFFERS;
}

/** Without those that the list has already. */
function candidatesFor({ pointer, job }: JobPlace, facts: Facts): Candidate[] {
  const list = valueAt(job, parent(pointer));
  const own = String(valueAt(job, pointer)).toLowerCase();
  const present = new Set(Array.isArray(list) ? list.map((id) => String(id).toLowerCase()) : []);
  present.delete(own);
  return known(pointer, job, facts).filter(
    ({ id, name }) => name !== '' && !present.has(id.toLowerCase()) && isUuid(id),
  );
}

/** Each name is read once, not at every comparison: a platform has tens of thousands. */
function byName(candidates: readonly Candidate[]): Candidate[] {
  const keyed = candidates.map((candidate) => ({ candidate, key: candidate.name.toLowerCase() }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ candidate }) => candidate);
}

function known(pointer: string, job: JsonObject, facts: Facts): Candidate[] {
  const kind = kindOfId(pointer);
  switch (kind) {
    case undefined:
      return [];
    case 'job':
      return parents(job, facts);
    case 'post action': {
      const id = linkedJobId(job);
      return knownJobs(facts, id).flatMap((linked) => (id === undefined ? [] : (postActions(linked) ?? [])));
    }
    default:
      return [...(facts.server?.names ?? [])].flatMap(([id, named]) => (named.kind === kind ? { ...named, id } : []));
  }
}

/** Jobs that this one may be linked to: of its platform, not itself, and none that leads back to it. */
function parents(job: JsonObject, facts: Facts): Candidate[] {
  const own = ownId(job, facts);
  const jobs = new Map<string, KnownJob>();
  for (const known of knownJobs(facts)) if (!jobs.has(known.id)) jobs.set(known.id, known);
  return [...jobs.values()].flatMap(({ id, value: { name, platform }, file }): Candidate[] => {
    if (typeof name !== 'string' || (own !== undefined && leadsTo(own, id, jobs))) return [];
    if (isPlatform(platform) && isOtherPlatform(platform, job)) return [];
    return [{ id, name, ...(file !== undefined && { detail: 'in this workspace' }) }];
  });
}

function leadsTo(own: string, from: string, jobs: ReadonlyMap<string, KnownJob>): boolean {
  const passed = new Set<string>();
  for (let id: string | undefined = from; id !== undefined && !passed.has(id); ) {
    if (id === own) return true;
    passed.add(id);
    const job = jobs.get(id);
    id = job && linkedJobId(job.value);
  }
  return false;
}

function isPlatform(platform: unknown): platform is 'Windows' | 'Linux' {
  return platform === 'Windows' || platform === 'Linux';
}

function isMeant({ name, id }: Candidate, typed: string): boolean {
  return `${name} ${id}`.toLowerCase().includes(typed);
}

function namesTwice(candidates: readonly Candidate[]): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of candidates) (once.has(name) ? twice : once).add(name);
  return twice;
}
