import type { Json } from '../../schemas/json.ts';
import type { Link } from '../../schemas/links.ts';
import { ApiError } from '../failure.ts';
import { isOn } from '../link/links.ts';
import { readJob } from '../operations/read-job.ts';
import { isSameId, type JobId, type Target } from '../platform.ts';
import type { Session } from '../session.ts';
import { StateError } from '../state-error.ts';

/**
 * Stops the child of a chain whose parent is known as another platform's job and is not there on this one: the ids of a
 * chain belong to one platform. Rejects with ApiError, or StateError `parent-elsewhere`.
 */
export async function checkParent(
  parent: Json | undefined,
  { target, links }: { target: Target; links: readonly Link[] },
  session: Session,
  signal: AbortSignal,
): Promise<void> {
  if (typeof parent !== 'string' || parent === '') return;
  const same = links.filter((link) => isSameId(link.id, parent));
  const [other] = same;
  if (other === undefined || same.some((link) => isOn(link, target))) return;
  if (await isJobThere(session, parent, signal)) return;
  const here = links.find((link) => link.file === other.file && isOn(link, target))?.id;
  throw new StateError({
    kind: 'parent-elsewhere',
    id: parent,
    file: other.file,
    elsewhere: new URL(other.origin).host,
    ...(here === undefined ? {} : { here }),
  });
}

/** Does the platform have a job of that id? Rejects with ApiError when it cannot be asked. */
export async function isJobThere(session: Session, id: JobId, signal: AbortSignal): Promise<boolean> {
  try {
    await readJob(session, id, signal);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.failure.kind === 'not-found') return false;
    throw error;
  }
}
