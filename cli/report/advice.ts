import { basename, dirname, join } from 'node:path';
import type { Conflict, Note } from '../../api/plan/plan.ts';
import type { JobId, NamedJob } from '../../api/platform.ts';
import type { Outcome } from '../../api/push/outcome.ts';

/** What to do next in words of the command line, beside what the outcome's own sentence says. */
export function adviceOn(outcome: Outcome): string[] {
  switch (outcome.kind) {
    case 'created':
      return adviceOnCreated(outcome.notes, outcome.id);
    case 'invalid':
      return [
        outcome.sendable
          ? 'Correct the file, or push it as it is with --allow-errors.'
          : 'Correct the file: as it is, it cannot be sent.',
      ];
    case 'failed':
      return adviceOnFailure(outcome.failure, outcome.path);
    case 'conflict':
      return [...new Set(outcome.conflicts.map((conflict) => adviceOnConflict(conflict, outcome)))];
    case 'updated':
    case 'unchanged':
    case 'rejected':
    case 'cancelled':
    case 'unknown':
      return [];
  }
}

function adviceOnCreated(notes: readonly Note[], id: JobId): string[] {
  const has = (wanted: string) => notes.some(({ code }) => code === wanted);
  if (has('not-linked') || has('not-recorded')) return [];
  return [
    has('id-of-another-job')
      ? `The file and the job belong together now. But take the "id" out of the file, or write "id": "${id}": as it is, the next push stops.`
      : 'The file and the job belong together now: the next push of the file updates the job.',
  ];
}

function adviceOnFailure(failure: Extract<Outcome, { kind: 'failed' }>['failure'], path: string): string[] {
  switch (failure.kind) {
    case 'job-gone':
      return adviceOnGone(failure, path);
    case 'subscription-unknown':
      return ['--new creates another job.'];
    case 'same-name-together':
      return [`"pmjob push --new ${path}", once the other is pushed, makes another job of that name.`];
    default:
      return [];
  }
}

function adviceOnGone({ namedBy }: NamedJob, path: string): string[] {
  // It went between the plan and the push: the next plan knows what names it.
  if (namedBy === undefined) return ['Run the same command again: it says what stands in the way of a new job.'];
  if (namedBy.length > 0)
    return [`--new creates another job.${namedBy.includes('link') ? ` ${forgetting(path)}` : ''}`];
  return ['Check the id after --link, or leave --link out.'];
}

/** A link can be forgotten also when its file is gone. */
function forgetting(path: string): string {
  return `"pmjob forget ${path}" forgets the link.`;
}

/** A file that is gone was in the same folder, which the person named in a way that works from where they are. */
function besideNamed(named: string, gone: string): string {
  return join(dirname(named), basename(gone));
}

function adviceOnConflict(conflict: Conflict, { id, path }: Outcome): string {
  switch (conflict.kind) {
    case 'changed-on-server':
      return conflict.line === undefined
        ? `--on-conflict merge brings it into the file; --on-conflict overwrite sends the file's value; "pmjob pull ${id ?? 'ID'}" shows what the platform has.`
        : 'Choose a side at each marker in the file, then push it again.';
    case 'script-unknown':
      return conflict.sendable
        ? '--send-scripts sends the script in the file or, where the file has none, the one that was last sent from here.'
        : 'The script has to be in the file: --send-scripts cannot send it.';
    case 'same-name':
      return `--link ${conflict.jobs.length === 1 ? conflict.jobs[0]?.id : 'ID'} makes the file that job; --new creates another one.`;
    case 'linked-file-gone':
      return `--link ${conflict.jobs.length === 1 ? conflict.jobs[0]?.id : 'ID'} takes the job over; --new creates another one. ${conflict.jobs.map(({ linkedFile }) => forgetting(besideNamed(path, linkedFile))).join(' ')}`;
    case 'already-linked':
      return conflict.by === 'link' ? `--new creates another job. ${forgetting(path)}` : '--new creates another job.';
    case 'id-mismatch':
      return `Write "id": "${conflict.linked}" into the file or take its id out; or, if it is the other job, push with --link ${conflict.body}.`;
    case 'changed-since-plan':
      return 'Run the same command again.';
  }
}
