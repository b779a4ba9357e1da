import { type Link, linkKey } from '../schemas/links.ts';
import type { Clock } from './clock.ts';
import { readBase, removeBase } from './link/base.ts';
import { changeLinks, isOn, readLinks } from './link/links.ts';
import type { StateStore } from './link/store.ts';
import { isSameId } from './platform.ts';
import { standingIntents } from './push/intent.ts';
import { StateError } from './state-error.ts';

/** What is known of the platform whose link is meant; a subscription that is not known matches each. */
export interface LinkChoice {
  origin?: string;
  customerId?: string | undefined;
  id?: string | undefined;
}

/**
 * The one link of a file that is meant. Asks no platform, so that the link of a job that is gone, or of a platform that
 * cannot be reached, can be forgotten too. Rejects with StateError: `not-linked`, `several-links`, or links that cannot
 * be read.
 */
export async function findLink(state: StateStore, file: string, choice: LinkChoice): Promise<Link> {
  const links = (await readLinks(state)).filter(
    (link) =>
      link.file === file &&
      (choice.origin ?? link.origin) === link.origin &&
      (choice.customerId ?? link.customerId) === link.customerId &&
      isSameId(choice.id ?? link.id, link.id),
  );
  const [only, ...others] = links;
  if (only === undefined)
    throw new StateError({
      kind: 'not-linked',
      file,
      ...(choice.origin === undefined ? {} : { place: new URL(choice.origin).host }),
    });
  if (others.length === 0) return only;
  throw new StateError({
    kind: 'several-links',
    file,
    links: links.map(({ id, origin, customerId }) => ({ id, place: new URL(origin).host, customerId })),
  });
}

/**
 * Takes a file's link away. Job and file stay as they are. Its base goes with it, unless another file is that job or the
 * base knows scripts: the platform gives none back. Rejects with StateError; `push-not-settled` while nobody knows what
 * became of a push of the file, which would bring the link back.
 */
export async function forgetLink(state: StateStore, clock: Clock, link: Link): Promise<{ baseStays: boolean }> {
  if ((await standingIntents(state, link.file, link)).length > 0)
    throw new StateError({ kind: 'push-not-settled', file: link.file, place: new URL(link.origin).host });
  return removeLinks(state, clock, link, (one) => linkKey(one) === linkKey(link) && one.id === link.id);
}

/** Takes away those links of a job that are meant, and the job's base unless it is still of use. */
export async function removeLinks(
  state: StateStore,
  clock: Clock,
  job: Pick<Link, 'origin' | 'customerId' | 'id'>,
  isMeant: (link: Link) => boolean,
): Promise<{ baseStays: boolean }> {
  let isShared = false;
  await changeLinks(state, clock, (links) => {
    const left = links.filter((link) => !isMeant(link));
    isShared = left.some((link) => isOn(link, job) && isSameId(link.id, job.id));
    return left;
  });
  const base = await readBase(state, job, job.id);
  const baseStays = isShared || Object.keys(base?.scripts ?? {}).length > 0;
  if (!baseStays) await removeBase(state, job, job.id);
  return { baseStays };
}
