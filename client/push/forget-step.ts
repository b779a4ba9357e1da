import type { Clock } from '../../api/clock.ts';
import { findLink, forgetLink } from '../../api/forget.ts';
import type { JobId, Target } from '../../api/platform.ts';
import type { OpenJobFile } from './job-file.ts';

/** A file's link that stands in the way of a push, as the outcome named it. */
export interface LinkInTheWay {
  file: string;
  id: JobId;
}

/** Forgets such links; the person has chosen it where it was offered. Rejects with StateError. */
export async function forgetInTheWay(
  links: readonly LinkInTheWay[],
  target: Target | undefined,
  { file: { state }, clock }: { file: OpenJobFile; clock: Clock },
): Promise<void> {
  for (const { file, id } of links) {
    const where = target === undefined ? {} : { origin: target.origin, customerId: target.customerId };
    await forgetLink(state, clock, await findLink(state, file, { ...where, id }));
  }
}
