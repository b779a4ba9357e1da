import type { Conflict } from '../../api/plan/plan.ts';
import type { Outcome } from '../../api/push/outcome.ts';

/** What to do next in words of the command line, beside what the outcome's own sentence says. */
export function adviceOn(outcome: Outcome): string[] {
  switch (outcome.kind) {
    case 'created':
      return outcome.notes.some(({ code }) => code === 'not-linked' || code === 'not-recorded')
        ? []
        : ['The file and the job belong together now: the next push of the file updates the job.'];
    case 'invalid':
      return [
        outcome.sendable
          ? 'Correct the file, or push it as it is with --allow-errors.'
          : 'Correct the file: as it is, it cannot be sent.',
      ];
    case 'failed':
      if (outcome.failure.kind === 'job-gone') return [`--new creates another job. ${forgetting(outcome.path)}`];
      return outcome.failure.kind === 'subscription-unknown' ? ['--new creates another job.'] : [];
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

/** A link can be forgotten also when its file is gone. */
function forgetting(path: string): string {
  return `"pmjob forget ${path}" forgets the link.`;
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
      return `--link ${conflict.jobs.length === 1 ? conflict.jobs[0]?.id : 'ID'} takes the job over; --new creates another one. ${conflict.jobs.map(({ linkedFile }) => forgetting(linkedFile)).join(' ')}`;
    case 'already-linked':
      return conflict.by === 'link' ? `--new creates another job. ${forgetting(path)}` : '--new creates another job.';
    case 'id-mismatch':
      return `Write "id": "${conflict.linked}" into the file or take its id out; or, if it is the other job, push with --link ${conflict.body}.`;
    case 'changed-since-plan':
      return 'Run the same command again.';
  }
}
