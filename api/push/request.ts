import type { JudgedFinding } from '../../schemas/finding.ts';
import type { Json } from '../../schemas/json.ts';
import type { Clock } from '../clock.ts';
import type { StateStore } from '../link/store.ts';
import type { JobFile } from '../plan/plan.ts';
import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';

export interface PushRequest {
  file: JobFile;
  /**
   * `deploy`: by link, else by the body's id, else create. `create`: asks when the file has a job here.
   * `update`: needs a link, an id in the body, or `link`.
   */
  wanted: 'deploy' | 'create' | 'update';
  /** Create another job even though one is linked or has that name. */
  createNew: boolean;
  /** The job that this file is, said by the person. */
  link?: JobId;
  /** Push although the file has errors: the API can be newer than our schema. */
  allowErrors: boolean;
  /**
   * What becomes of a field that somebody else changed: `stop` (the default) ends with the conflict, `overwrite` makes
   * the file's value a change of the plan, with a note. Overwriting sends scripts too.
   */
  onConflict?: 'stop' | 'overwrite';
  /** Send the scripts that are known here, though the job was changed since and nobody can see what it holds now. */
  sendScripts?: boolean;
  /** Only a look: that nothing would change is not recorded, so that no file is linked by it. */
  lookOnly?: boolean;
}

/** The rules, handed in: in the command line a function call, in the editor a request to the language server. */
export interface Judge {
  file(file: JobFile): Promise<JudgedFinding[]>;
  /** A body that was composed; `complete` also judges what is absent. */
  body(body: Json): Promise<JudgedFinding[]>;
}

export interface PushDependencies {
  session: Session;
  state: StateStore;
  judge: Judge;
  clock: Clock;
  /** Names the owner of an intent: host, process, its start. */
  owner: IntentOwner;
  /** Does the process that wrote an intent still run? `unknown` when it is on another machine. */
  ownerLife(owner: IntentOwner): Promise<OwnerLife>;
  progress(step: PushStep): void;
}

export interface IntentOwner {
  host: string;
  processId: number;
  /** Tells it from another process that gets its number later; empty where the system does not say. */
  processStart: string;
  user: string;
}

export type PushStep = 'validating' | 'settling' | 'looking' | 'planning' | 'sending' | 'recording';

export type OwnerLife = 'alive' | 'dead' | 'unknown';
