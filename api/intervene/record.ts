import type { JsonObject } from '../../schemas/json.ts';
import { removeLinks } from '../forget.ts';
import { updatedAt } from '../job/sent-scripts.ts';
import { readBase, writeBase } from '../link/base.ts';
import { type HistoryEntry, writeHistory } from '../link/history.ts';
import { isOn, readLinks } from '../link/links.ts';
import { labelOf } from '../plan/label.ts';
import { isSameId, type JobId } from '../platform.ts';
import { platformOf } from '../push/record.ts';
import { dropIntent, type InterventionIntent } from './intent.ts';
import { DONE, type InterventionDependencies } from './intervention.ts';

/**
 * What was done: base and links, a line in the history, then the intent goes. `job` is as the platform has it after it;
 * undefined for one that was deleted, or that could not be looked at. Without
 * an answer nobody knows what else was done to the job since it was last seen. Rejects with StateError or the disk's own errors.
 */
export async function recordDone(
  intent: InterventionIntent,
  job: (JsonObject & { id: JobId }) | undefined,
  dependencies: InterventionDependencies,
  answered: boolean,
): Promise<void> {
  if (intent.intervention === 'delete') await recordDeleted(intent, dependencies);
  else if (job !== undefined) await recordStatus(intent, job, answered, dependencies);
  await recordHistory(intent, DONE[intent.intervention], dependencies, job?.status);
  await dropIntent(dependencies.state, intent);
}

export async function recordHistory(
  intent: InterventionIntent,
  outcome: HistoryEntry['outcome'],
  { state, clock, owner }: InterventionDependencies,
  status?: JsonObject[string],
): Promise<void> {
  const pointer = '/status';
  const before = intent.status === '' ? undefined : intent.status;
  const asked = intent.intervention === 'enable' ? 'Enabled' : 'Disabled';
  const linked = (await readLinks(state)).find((one) => isOn(one, intent.target) && isSameId(one.id, intent.id));
  await writeHistory(state, clock, {
    key: intent.key,
    who: `${owner.user}@${owner.host}`,
    file: intent.path ?? linked?.file ?? '',
    target: intent.target,
    action: intent.intervention,
    outcome,
    id: intent.id,
    changes:
      intent.intervention === 'delete' ? [] : [{ pointer, label: labelOf(pointer), before, after: status ?? asked }],
  });
}

/**
 * The base gets the new status and nothing else: what somebody else changed since is still to be noticed. Scripts that
 * were known to be there just before are there after it.
 */
async function recordStatus(
  intent: InterventionIntent,
  job: JsonObject & { id: JobId },
  answered: boolean,
  { state }: InterventionDependencies,
): Promise<void> {
  const platform = platformOf(intent.target, job);
  const base = await readBase(state, platform, job.id);
  if (base === undefined) return;
  const scripts = Object.entries(base.scripts).map(([key, script]) => {
    const wasThere = answered && (script.updatedAt ?? -1) >= (intent.updatedAt ?? -1);
    return [key, wasThere ? { ...script, updatedAt: updatedAt(job) } : script];
  });
  const known = { ...base.job, id: job.id, status: job.status ?? null };
  await writeBase(state, platform, known, Object.fromEntries(scripts));
}

async function recordDeleted(
  { target: { origin, customerId }, id }: InterventionIntent,
  { state, clock }: InterventionDependencies,
): Promise<void> {
  if (customerId === undefined) return;
  const job = { origin, customerId, id };
  await removeLinks(state, clock, job, (link) => isOn(link, job) && isSameId(link.id, id));
}
