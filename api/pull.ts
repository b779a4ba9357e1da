import type { Clock } from './clock.ts';
import type { ApiFailure } from './failure.ts';
import type { StateStore } from './link/store.ts';
import type { Note } from './plan/plan.ts';
import type { JobId } from './platform.ts';
import type { StateFailure } from './push/outcome.ts';
import type { Session } from './session.ts';

export interface PullDependencies {
  session: Session;
  state: StateStore;
  clock: Clock;
}

export interface PullOptions {
  /** The file that will hold the job, as `JobFile.path`. */
  path?: string;
  /** What that file holds now: scripts that the server does not give back are taken from it. */
  currentText?: string;
}

export type Pulled =
  | {
      kind: 'pulled';
      id: JobId;
      name: string;
      /** A body that can be pushed again, with a line break at its end. */
      text: string;
      notes: Note[];
      /** Stores base and link; call it once the file is written. */
      record(path: string): Promise<void>;
    }
  | { kind: 'failed'; failure: ApiFailure | StateFailure };

export async function pullJob(
  id: JobId,
  _dependencies: PullDependencies,
  _options: PullOptions,
  _signal: AbortSignal,
): Promise<Pulled> {
  throw new Error(`no pull of ${id} yet`);
}
