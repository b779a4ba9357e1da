import type { JsonObject } from '../schemas/json.ts';
import type { Link } from '../schemas/links.ts';
import type { Clock } from './clock.ts';
import { ApiError, type ApiFailure } from './failure.ts';
import { writeJson } from './job/exact-number.ts';
import { jobOfText } from './job/job-of-text.ts';
import { namedPointers } from './job/named.ts';
import { pulledBody } from './job/pulled-body.ts';
import { restoreScripts } from './job/restore-scripts.ts';
import { readBase, stillThere } from './link/base.ts';
import { linkOf, readLinks } from './link/links.ts';
import type { StateStore } from './link/store.ts';
import type { Note } from './plan/plan.ts';
import { isSameId, type JobId } from './platform.ts';
import { type Comparison, compareFile } from './pull-all/compare-file.ts';
import { lookAtJobOf } from './push/look.ts';
import type { StateFailure } from './push/outcome.ts';
import { recordJob } from './push/record.ts';
import type { Session } from './session.ts';
import { StateError } from './state-error.ts';

export interface PullDependencies {
  session: Session;
  state: StateStore;
  clock: Clock;
}

export interface PullOptions {
  /** The file that will hold the job, as in `JobFile`. */
  path?: string;
  /** What the file holds now, if there is one: scripts that the platform does not give back are taken from it. */
  currentText?: string;
}

export type Pulled =
  | {
      kind: 'pulled';
      id: JobId;
      name: string;
      /** A body that can be pushed again, two spaces deep, with a line break at its end. */
      text: string;
      notes: Note[];
      /** What the file holds now beside the job; undefined where there is no file. */
      comparison: Comparison | undefined;
      /** The job that the file is now, by its link or by the id in it, when that is another one. */
      otherJob?: JobId;
      /** Stores base and link; call it once the file is written. `path` as in `JobFile`. Rejects with StateError. */
      record(path: string): Promise<void>;
      /** The same for a file that says all that already, and stays as it is. */
      recordUnchanged(path: string): Promise<void>;
    }
  | { kind: 'failed'; failure: ApiFailure | StateFailure };

/**
 * Brings a job into a body that can be pushed again. GET gives no scripts: they come from the base, else from what the
 * file holds now, else they are left out, which a note says. Writes nothing before `record`.
 */
export async function pullJob(
  id: JobId,
  { session, state, clock }: PullDependencies,
  options: PullOptions,
  signal: AbortSignal,
): Promise<Pulled> {
  try {
    const target = await session.target(signal);
    const { job } = await lookAtJobOf(target, session, { id }, signal);
    const base = await readBase(state, target, job.id);
    // Links that cannot be read stop it before the file is written.
    const links = await readLinks(state);
    const before = options.path === undefined ? undefined : linkOf(links, options.path, target);
    const file = jobOfText(options.currentText ?? '') ?? {};
    const { body, notes } = restoreScripts(pulledBody(job), job, base?.scripts ?? {}, file);
    const recordAs = async (path: string, said: JsonObject): Promise<void> => {
      const scripts = stillThere(base?.scripts ?? {}, job);
      await recordJob({ state, clock }, { target, file: path, job, named: namedPointers(said), scripts });
    };
    const own = links.filter((link) => link.file === options.path);
    const otherJob = before === undefined ? otherIdIn(file, job.id, own) : otherThan(job.id, before.id);
    return {
      kind: 'pulled',
      id: job.id,
      name: typeof job.name === 'string' ? job.name : '',
      text: `${writeJson(body, 2)}\n`,
      notes: [...linkedElsewhere(before, job.id), ...notes],
      comparison: options.currentText === undefined ? undefined : await compareFile(options.currentText, job, base),
      ...(otherJob === undefined ? {} : { otherJob }),
      record: (path) => recordAs(path, body),
      recordUnchanged: (path) => recordAs(path, file),
    };
  } catch (error) {
    if (error instanceof ApiError || error instanceof StateError) return { kind: 'failed', failure: error.failure };
    if (signal.aborted) return { kind: 'failed', failure: { kind: 'cancelled', host: hostOf(session) } };
    throw error;
  }
}

/** The id of another job in a file's text, which no link of the file explains. */
export function otherIdIn({ id }: JsonObject, own: JobId, links: readonly Link[]): JobId | undefined {
  if (typeof id !== 'string' || id === '') return undefined;
  return links.some((link) => isSameId(link.id, id)) ? undefined : otherThan(own, id);
}

function otherThan(own: JobId, id: JobId): JobId | undefined {
  return isSameId(id, own) ? undefined : id;
}

function linkedElsewhere(before: Link | undefined, id: JobId): Note[] {
  if (before === undefined || before.id === id) return [];
  return [{ code: 'link-replaced', message: `${before.file} was job ${before.id} here; it becomes job ${id}.` }];
}

function hostOf({ connection }: Session): string {
  return new URL(connection.baseUrl).host;
}
