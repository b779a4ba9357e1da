import type { ApiFailure } from '../failure.ts';
import type { Conflict, JobFile, Note, Seen } from '../plan/plan.ts';
import type { JobId, Target } from '../platform.ts';
import type { StateFailure } from '../push/outcome.ts';
import type { PushDependencies } from '../push/request.ts';

/** What a person does to a job as a whole, beside pushing a file to it. */
export type InterventionKind = 'enable' | 'disable' | 'delete';

/** What a job is after it. */
export const DONE = { enable: 'enabled', disable: 'disabled', delete: 'deleted' } as const;

export interface InterventionRequest {
  kind: InterventionKind;
  /** The job: that of a file, by its link or its id, or the one with an id. */
  job: { file: JobFile } | { id: JobId };
}

export type InterventionDependencies = Omit<PushDependencies, 'judge'>;

/** What is shown before anything is sent. */
export interface InterventionPlan {
  kind: InterventionKind;
  /** The file that was named, as in `JobFile`. */
  path?: string;
  target: Target;
  id: JobId;
  jobName: string;
  /** As the platform has it now. */
  status: string;
  /** Files that are linked to this job. */
  linkedFiles: string[];
  /** An On-demand job starts as soon as it is enabled. */
  startsAtOnce: boolean;
  namedAssets: number;
  namedTags: number;
  notes: Note[];
  seen: Seen;
}

/** How it ended. The kinds have the exit codes of a push's. */
export type InterventionOutcome = {
  intervention: InterventionKind;
  path?: string;
  target?: Target;
  id?: JobId;
  jobName?: string;
  notes: Note[];
} & (
  | { kind: 'done'; id: JobId }
  /** The job is so already; nothing was sent. */
  | { kind: 'unchanged'; id: JobId }
  /** `failure` is undefined where the platform answered for this job that it failed, without a reason. */
  | { kind: 'rejected'; failure: ApiFailure | undefined }
  | { kind: 'failed'; failure: ApiFailure | StateFailure }
  | { kind: 'conflict'; conflicts: Conflict[] }
  | { kind: 'cancelled' }
  | { kind: 'unknown'; failure: ApiFailure | StateFailure }
);
