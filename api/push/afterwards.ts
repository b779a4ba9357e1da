import { isObject, type JsonObject } from '../../schemas/json.ts';
import { ApiError } from '../failure.ts';
import { normalise } from '../job/normalise.ts';
import { readJson } from '../job/read-json.ts';
import { mapActions } from '../job/scripts.ts';
import { keep } from '../job/server-fields.ts';
import { withoutScripts } from '../link/base.ts';
import { differences } from '../plan/diff.ts';
import { labelOf } from '../plan/label.ts';
import { oneLine } from '../plan/one-line.ts';
import type { Note } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import { StateError } from '../state-error.ts';
import type { Intent } from './intent.ts';
import { lookForName } from './look.ts';
import type { PushDependencies } from './request.ts';

/** What a person should know of a write that was accepted: what the platform made otherwise, and a job made twice. */
export async function afterwards(
  job: JsonObject & { id: JobId },
  intent: Intent,
  dependencies: PushDependencies,
): Promise<Note[]> {
  return [...madeOtherwise(job, intent), ...(await secondJob(job.id, intent, dependencies))];
}

function madeOtherwise(job: JsonObject, intent: Intent): Note[] {
  const body = readJson(intent.body);
  if (!isObject(body)) return [];
  return differences(comparable(body), comparable(job))
    .filter(({ before }) => before !== undefined)
    .map(({ pointer }) => ({
      code: 'made-otherwise',
      pointer,
      message: `${labelOf(pointer)}: the platform holds something else than what was sent.`,
    }));
}

function comparable(job: JsonObject): JsonObject {
  return mapActions(withoutScripts(normalise(job)), (action) => keep(action, (key) => key !== 'actionId'));
}

/** Another clone of the repository may have created the same job at the same moment. */
async function secondJob(id: JobId, intent: Intent, { session }: PushDependencies): Promise<Note[]> {
  const { seen } = intent;
  if (seen.kind !== 'names') return [];
  try {
    const ids = await lookForName(session, intent.jobName, new AbortController().signal);
    return ids
      .filter((other) => other !== id && !seen.ids.includes(other))
      .map((other) => ({
        code: 'second-job-of-that-name',
        message: `Another new job of that name is there too: ${other}. Somebody else may have created it at the same moment.`,
      }));
  } catch (error) {
    if (error instanceof ApiError || error instanceof StateError) return [notLookedFor(intent.jobName)];
    throw error;
  }
}

function notLookedFor(name: string): Note {
  return {
    code: 'second-job-not-looked-for',
    message: `The platform could not be asked afterwards whether somebody else has created a job named "${oneLine(name)}" at the same moment.`,
  };
}
