import type { JudgedFinding } from '../../schemas/finding.ts';
import type { ApiFailure } from '../failure.ts';
import type { Change, Conflict, Note } from '../plan/plan.ts';
import type { JobId, NamedJob, Target } from '../platform.ts';

/** Why nothing could be sent, beside what the platform said. */
export type StateFailure =
  | { kind: 'link-file-unreadable'; path: string; cause: string }
  | { kind: 'state-not-written'; path: string; cause: string }
  | { kind: 'other-customer'; expected: string; found: string }
  /** No job tells the customerId, and the file is a job at that address: a create could make a second one. */
  | { kind: 'subscription-unknown'; file: string; id?: JobId }
  | ({ kind: 'job-gone' } & NamedJob)
  /** The job's parent is another platform's job, that of `file`, which may be job `here` on this one. */
  | { kind: 'parent-elsewhere'; id: JobId; file: string; elsewhere: string; here?: JobId }
  | { kind: 'no-job-chosen' }
  /** The file has no link on that platform; `place` is its host, undefined when any would do. */
  | { kind: 'not-linked'; file: string; place?: string }
  /** The file has several links, and which one is meant was not said. */
  | { kind: 'several-links'; file: string; links: { id: JobId; place: string; customerId: string }[] }
  /** A push of the file has not been settled: what it sent may have made or changed a job. */
  | { kind: 'push-not-settled'; file: string; place: string }
  /** It tells of a push whose answer may be lost, and cannot be read here. */
  | { kind: 'intent-unreadable'; path: string }
  | { kind: 'push-under-way'; path: string; owner: string }
  /** The job is being enabled, disabled or deleted. */
  | { kind: 'job-under-way'; id: JobId; owner: string }
  /** Pushed together with others that are the same job. */
  | { kind: 'same-job'; id: JobId; others: string[] }
  /** Pushed together with others that would create a job of the same name. */
  | { kind: 'same-name-together'; name: string; others: string[] }
  /** Each of the files is the linked job of the one before it, and the first that of the last. */
  | { kind: 'chain-in-circle'; files: string[] }
  /** The file of the linked job was pushed together with this one, and its push did not go through. */
  | { kind: 'parent-not-pushed'; file: string }
  /** The linked job is created by the same push: only then does it have an id here, which is `here`. */
  | { kind: 'parent-created'; id: JobId; file: string; here?: JobId };

/** How a push ended. The kinds are those of the command line's contract and exit codes. */
export type Outcome = {
  path: string;
  target?: Target;
  id?: JobId;
  changes: Change[];
  notes: Note[];
} & (
  | { kind: 'created' | 'updated' | 'unchanged'; id: JobId }
  /** `sendable`: a person may send it knowingly; what is no job object, or has no name to be found by, is never sent. */
  | { kind: 'invalid'; findings: JudgedFinding[]; sendable: boolean }
  | { kind: 'rejected'; failure: ApiFailure }
  | { kind: 'failed'; failure: ApiFailure | StateFailure }
  | { kind: 'conflict'; conflicts: Conflict[] }
  | { kind: 'cancelled' }
  /** The write may or may not have got through; the intent stays. */
  | { kind: 'unknown'; failure: ApiFailure | StateFailure }
);
