import { describeFailure } from '../failure-text.ts';
import { oneLine } from '../plan/one-line.ts';
import { reach } from '../plan/render-text.ts';
import { nameTarget } from '../plan/target-text.ts';
import { describeConflict } from '../push/outcome-text.ts';
import { DONE, type InterventionOutcome, type InterventionPlan } from './intervention.ts';

/** A plan as plain lines: what is done, to which job, where, what it brings about, the notes. */
export function renderIntervention(plan: InterventionPlan): string[] {
  const { kind, target, id, jobName, status, startsAtOnce, namedAssets, namedTags, notes } = plan;
  const customer = target.customerId === undefined ? '' : `, subscription ${target.customerId}`;
  return [
    `${kind} job "${oneLine(jobName)}" (${oneLine(id)}) on ${nameTarget(target)}${customer}`,
    `  Its status is ${status === '' ? 'not told' : oneLine(status)} now.`,
    ...(startsAtOnce ? ['  ! The job is On-demand: it starts at once when it is enabled.'] : []),
    ...(kind === 'delete' ? ['  ! What is deleted cannot be brought back; a file can be pushed as a new job.'] : []),
    ...(namedAssets + namedTags > 0 ? [`  The job names ${reach({ namedAssets, namedTags })}.`] : []),
    ...notes.map(({ message }) => `  Note: ${message}`),
  ];
}

/** How it ended, in sentences: what, which job and where, and what to do next. */
export function describeIntervention(outcome: InterventionOutcome): string {
  const { intervention, id, path, target, jobName } = outcome;
  const job = id === undefined ? (path ?? 'the job') : `job ${oneLine(id)}${jobName ? ` "${oneLine(jobName)}"` : ''}`;
  const place = target === undefined ? 'the platform' : nameTarget(target);
  switch (outcome.kind) {
    case 'done':
      return `${job} is ${DONE[intervention]} on ${place}.`;
    case 'unchanged':
      return `${job} is ${DONE[intervention]} on ${place} already. Nothing was sent.`;
    case 'rejected':
      return outcome.failure === undefined
        ? `${job} is not ${DONE[intervention]}: ${place} answered that it failed, and gives no reason.`
        : `${job} is not ${DONE[intervention]}. ${describeFailure(outcome.failure)}`;
    case 'failed':
      return `${job}: nothing was sent. ${describeFailure(outcome.failure)}`;
    case 'conflict':
      return `${job}: nothing was sent to ${place}. ${outcome.conflicts.map(describeConflict).join(' ')}`;
    case 'cancelled':
      return `${job}: cancelled. Nothing was sent.`;
    case 'unknown':
      return outcome.failure.kind === 'job-under-way'
        ? `Nothing was sent. ${describeFailure(outcome.failure)}`
        : `Whether ${place} has ${DONE[intervention]} ${job} is not known. ${describeFailure(outcome.failure)} Do the same again: that finds it out first and sends nothing twice.`;
  }
}
