import { describeFailure } from '../failure-text.ts';
import { oneLine } from '../plan/one-line.ts';
import type { Conflict } from '../plan/plan.ts';
import { renderValue } from '../plan/render-value.ts';
import { nameTarget } from '../plan/target-text.ts';
import type { Outcome } from './outcome.ts';

/** What a push sends: the file as it is, or as it was. */
export type Pushed = 'the file' | 'that version';

/** How a push ended, in sentences: what, which job and where, and what to do next. */
export function describeOutcome(outcome: Outcome, pushed: Pushed = 'the file'): string {
  const { target } = outcome;
  const place = target === undefined ? 'the platform' : nameTarget(target);
  const where = ` on ${place}`;
  switch (outcome.kind) {
    case 'created':
      return `${outcome.path}: created as job ${outcome.id}${where}.`;
    case 'updated':
      return `${outcome.path}: job ${outcome.id} is updated${where}.`;
    case 'unchanged':
      return `${outcome.path}: job ${outcome.id} is already as ${pushed} says${where}. Nothing was sent.`;
    case 'invalid':
      return `${outcome.path}: not pushed, because it has errors: ${errorsOf(outcome)}`;
    case 'rejected':
      return `${outcome.path}: not accepted. ${describeFailure(outcome.failure)}`;
    case 'failed':
      return `${outcome.path}: nothing was sent. ${describeFailure(outcome.failure)}`;
    case 'conflict':
      return `${outcome.path}: nothing was sent to ${place}. ${outcome.conflicts.map(describeConflict).join(' ')}`;
    case 'cancelled':
      return `${outcome.path}: cancelled. Nothing was sent.`;
    case 'unknown':
      if (outcome.failure.kind === 'push-under-way' || outcome.failure.kind === 'intent-unreadable')
        return `Nothing was sent. ${describeFailure(outcome.failure)}`;
      return `${outcome.path}: whether ${place} has taken it is not known. ${describeFailure(outcome.failure)} Push the file again: that finds it out first and sends nothing twice.`;
  }
}

function errorsOf({ findings }: Extract<Outcome, { kind: 'invalid' }>): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const shown = errors.slice(0, 3).map(({ pointer, message }) => `${pointer === '' ? '' : `${pointer}: `}${message}`);
  const more = errors.length > shown.length ? ` And ${errors.length - shown.length} more.` : '';
  return `${shown.join(' ')}${more}`;
}

/** One conflict, with what a person can choose. */
export function describeConflict(conflict: Conflict): string {
  switch (conflict.kind) {
    case 'changed-on-server':
      return `${conflict.label} was changed on the server: it was ${renderValue(conflict.base)}, the server has ${renderValue(conflict.server)}, the file says ${renderValue(conflict.file)}.`;
    case 'script-unknown':
      return conflict.sendable
        ? `${conflict.label} cannot be compared: the job was changed since this script was last known, and the platform does not give scripts back. A push that sends scripts takes the one in the file or, where the file has none, the one that was last sent from here. Put the right one into the file first.`
        : `${conflict.label} is not known here, and the platform does not give scripts back: put the script itself, as base64, into the file.`;
    case 'same-name':
      return `There ${conflict.jobs.length === 1 ? 'is a job' : 'are jobs'} named "${oneLine(conflict.name)}" already: ${conflict.jobs.map(jobText).join(', ')}. Link the file to it, or ask for a new job.`;
    case 'linked-file-gone':
      return `Gone from this folder: ${conflict.jobs.map(goneText).join(', ')}. If this is that file under another name, link it to that job; if not, ask for a new job, or forget the link of the file that is gone.`;
    case 'already-linked':
      return `The file is job ${conflict.id} here already. ${conflict.by === 'link' ? 'Update it, ask for a new job, or forget its link.' : 'Update it, or ask for a new job.'}`;
    case 'id-mismatch':
      return `The file is linked to job ${conflict.linked}, but its body names ${conflict.body}. Correct the id in the file, or say which job it is.`;
    case 'changed-since-plan':
      return 'The platform changed between the plan and the push. Make the plan again.';
  }
}

function goneText({ id, linkedFile }: { id: string; linkedFile: string }): string {
  return `${linkedFile}, which was job ${id} here`;
}

function jobText({ id, linkedFile }: { id: string; linkedFile?: string }): string {
  return linkedFile === undefined ? oneLine(id) : `${oneLine(id)} (the job of ${linkedFile})`;
}
