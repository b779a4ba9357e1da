import type { Note } from '../plan/plan.ts';
import type { JobId, Target } from '../platform.ts';
import { nameOf } from '../push/settle.ts';
import { dropIntent, standingIntent } from './intent.ts';
import type { InterventionDependencies, InterventionKind, InterventionOutcome } from './intervention.ts';
import { recordDone, recordHistory } from './record.ts';
import { lookUntilSeen } from './verdict.ts';

type Settled =
  | { kind: 'clear'; notes: Note[] }
  | {
      kind: 'stopped';
      outcome:
        | Pick<Extract<InterventionOutcome, { kind: 'unknown' }>, 'kind' | 'failure'>
        | { kind: 'done'; id: JobId; notes: Note[] };
    };

/**
 * Finds out what became of an earlier attempt on a job whose answer was lost. Sends nothing but GETs. A delete that had
 * gone through ends another one.
 */
export async function settleIntervention(
  kind: InterventionKind,
  id: JobId,
  target: Target,
  dependencies: InterventionDependencies,
  signal: AbortSignal,
): Promise<Settled> {
  const standing = await standingIntent(target, id, dependencies);
  if (standing.kind === 'none') return { kind: 'clear', notes: [] };
  const { intent } = standing;
  if (standing.kind === 'at-work')
    return {
      kind: 'stopped',
      outcome: { kind: 'unknown', failure: { kind: 'job-under-way', id, owner: nameOf(intent) } },
    };
  dependencies.progress('settling');
  const verdict = await lookUntilSeen(intent, dependencies, signal);
  const what = { enable: 'enabling', disable: 'disabling', delete: 'deleting' }[intent.intervention];
  if (!verdict.cameTrue) {
    await recordHistory(intent, 'not-accepted', dependencies);
    await dropIntent(dependencies.state, intent);
    const message = `The ${what} of ${intent.at} was not carried out, as far as can be seen.`;
    return { kind: 'clear', notes: [{ code: 'earlier-attempt-not-accepted', message }] };
  }
  await recordDone(intent, verdict.job, dependencies, false);
  const message = `The ${what} of ${intent.at} had gone through.`;
  const notes = [{ code: 'earlier-attempt-went-through', message }];
  return kind === 'delete' && intent.intervention === 'delete'
    ? { kind: 'stopped', outcome: { kind: 'done', id, notes } }
    : { kind: 'clear', notes };
}
